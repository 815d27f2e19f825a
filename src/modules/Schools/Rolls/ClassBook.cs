using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Shuren.Platform.Exchange;
using Shuren.Schools.Model;

namespace Shuren.Schools.Rolls;

/// <summary>The classes of a school year by school, grade, name and number, as the rows of a roll name them.</summary>
internal sealed partial class ClassBook(SchoolsDb schools)
{
    private const string Numerals = "一二三四五六七八九";

    private Dictionary<(Guid School, int Grade, string Name), Guid> byName = [];
    private Dictionary<(Guid School, int Grade, int Number), Guid> byNumber = [];
    private Dictionary<Guid, string> names = [];

    /// <summary>Reads them once.</summary>
    public async Task ReadAsync(RollScope scope, CancellationToken ct)
    {
        var rows = await schools.Classes.AsNoTracking().Where(row => row.SchoolYear == scope.SchoolYear && (row.Until == null || row.Until > scope.Today))
            .Select(row => new { row.Id, row.SchoolId, row.Grade, row.Number, row.Name }).ToListAsync(ct);
        byName = rows.DistinctBy(row => (row.SchoolId, row.Grade, row.Name)).ToDictionary(row => (row.SchoolId, row.Grade, row.Name), row => row.Id);
        byNumber = rows.ToDictionary(row => (row.SchoolId, row.Grade, row.Number), row => row.Id);
        names = rows.ToDictionary(row => row.Id, row => row.Name);
    }

    /// <summary>What the school calls a class.</summary>
    public string NameOf(Guid? taught) => taught is { } id ? names.GetValueOrDefault(id, "") : "";

    /// <summary>The class that a row names; null where it names none. Said at the row where there is no such class.</summary>
    public Guid? Of(RollRow row, Guid school, int grade, string said)
    {
        if (said.Length == 0)
            return null;
        if (byName.TryGetValue((school, grade, said), out var found) || (NumberOf(said) is { } number && byNumber.TryGetValue((school, grade, number), out found)))
            return found;
        row.Refuse("class", "RollClassUnknown", said);
        return null;
    }

    /// <summary>The number of a class: 3, 3班, （3）班, 三年级3班, 三班, 初一(12)班. The last number counts; null where there is none.</summary>
    internal static int? NumberOf(string said)
    {
        var match = Number().Matches(said);
        if (match.Count == 0)
            return null;
        var last = match[^1].Value;
        if (int.TryParse(last, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return number is > 0 and < 1000 ? number : null;
        var ten = last.IndexOf('十', StringComparison.Ordinal);
        return ten < 0
            ? last.Length == 1 ? Numerals.IndexOf(last[0], StringComparison.Ordinal) + 1 : null
            : (ten == 0 ? 1 : Numerals.IndexOf(last[ten - 1], StringComparison.Ordinal) + 1) * 10 + (ten == last.Length - 1 ? 0 : Numerals.IndexOf(last[ten + 1], StringComparison.Ordinal) + 1);
    }

    [GeneratedRegex("[0-9]+|[一二三四五六七八九十]+")]
    private static partial Regex Number();
}
