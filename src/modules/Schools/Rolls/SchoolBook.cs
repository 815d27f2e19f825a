using Microsoft.EntityFrameworkCore;
using Shuren.Contracts.Organization;
using Shuren.Platform.Exchange;

namespace Shuren.Schools.Rolls;

/// <summary>The schools by their codes and names, as the rows of a roll name them.</summary>
internal sealed class SchoolBook(SchoolsDb schools, IUnitDirectory units)
{
    private Dictionary<string, Guid> byCode = [];
    private Dictionary<string, Guid> byName = [];
    private Dictionary<Guid, (string Code, string Name)> cards = [];
    private (int Code, int Name) columns;
    private RollScope scope = null!; // set by ReadAsync, which comes first
    private (string Code, string Name, Guid? School) latest;

    /// <summary>Reads them once.</summary>
    public async Task ReadAsync(RollSheet roll, RollScope within, CancellationToken ct)
    {
        (scope, columns) = (within, (roll.IndexOf("school_code"), roll.IndexOf("school")));
        var named = (await units.AllAsync(ct)).ToDictionary(unit => unit.Id);
        var rows = await schools.Schools.AsNoTracking().Where(school => school.ClosedOn == null).Select(school => new { school.Id, school.Code }).ToListAsync(ct);
        cards = rows.Where(row => named.ContainsKey(row.Id)).ToDictionary(row => row.Id, row => (row.Code, named[row.Id].Name));
        byCode = cards.Where(card => card.Value.Code.Length > 0).DistinctBy(card => card.Value.Code).ToDictionary(card => card.Value.Code, card => card.Key);
        byName = cards.DistinctBy(card => card.Value.Name).ToDictionary(card => card.Value.Name, card => card.Key);
        foreach (var card in cards.Keys)
            byName.TryAdd(named[card].ShortName, card);
    }

    /// <summary>Code and name of a school.</summary>
    public (string Code, string Name) this[Guid school] => cards.GetValueOrDefault(school, ("", ""));

    /// <summary>The school that a row names; null and said at the row where there is none, or where the actor may not write.</summary>
    public Guid? Of(RollRow row)
    {
        var (code, name) = (row.Text(columns.Code), row.Text(columns.Name));
        if (latest.School is { } again && latest.Code == code && latest.Name == name)
            return again;
        if (code.Length == 0 && name.Length == 0 && scope.Schools is { Count: 1 } own)
            return own.First();
        if (Find(row, code, name) is not { } school)
            return null;
        if (!scope.Reaches(school))
        {
            row.Refuse("school", "RollSchoolNotYours", cards[school].Name);
            return null;
        }
        latest = (code, name, school);
        return school;
    }

    /// <summary>Puts the school into a row of the export.</summary>
    public void Show(Guid school, object?[] cells) => (cells[columns.Code], cells[columns.Name]) = this[school];

    private Guid? Find(RollRow row, string code, string name)
    {
        if (code.Length == 0 && name.Length == 0)
            row.Refuse("school", "RollSchoolEmpty");
        else if (code.Length > 0 && byCode.TryGetValue(code, out var coded))
        {
            if (name.Length == 0 || !byName.TryGetValue(name, out var named) || named == coded)
                return coded;
            row.Refuse("school", "RollSchoolTwo", code, cards[coded].Name, name);
        }
        else if (name.Length > 0 && byName.TryGetValue(name, out var found))
        {
            if (code.Length == 0 || cards[found].Code.Length == 0)
                return found;
            row.Refuse("school_code", "RollSchoolTwo", code, cards[found].Code, name);
        }
        else
            row.Refuse("school", "RollSchoolUnknown", name.Length > 0 ? name : code);
        return null;
    }
}
