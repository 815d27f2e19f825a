using Shuren.Kernel;
using Shuren.Platform;
using Shuren.Platform.Exchange;
using Shuren.Platform.Rights;
using Shuren.Schools.Rolls;

namespace Shuren.Schools.ImportRolls;

/// <summary>One import as the history shows it.</summary>
/// <param name="Import">The import.</param>
/// <param name="Undo">Who took it back; null where nobody did.</param>
/// <param name="Roll">Name of the roll, in the language of the request.</param>
/// <param name="At">When, by the clock on the wall.</param>
/// <param name="IsTooOld">Whether it can no longer be taken back.</param>
internal sealed record RollHistory(ImportRecord Import, ImportUndo? Undo, string Roll, DateTime At, bool IsTooOld);

/// <summary>What was imported, and what the reader may take back: all of it for who manages the rolls, the own imports for everybody else.</summary>
internal sealed class ImportHistory(ImportDesk desk, Actor actor, TimeProvider time) : IHandler
{
    private const int Most = 50;

    public async Task<IReadOnlyList<RollHistory>> RunAsync(CancellationToken ct)
    {
        var imports = await desk.HistoryAsync(Most, actor.Can(SchoolsRights.Manage) ? null : actor.AccountId, ct);
        var before = time.GetUtcNow().UtcDateTime - ImportRecord.Kept;
        return [.. imports.Select(one => new RollHistory(one.Import, one.Undo, RollNames.Of(one.Import.Roll), one.Import.At.ToLocal(time), one.Import.At < before))];
    }
}

/// <summary>Names of rolls in the language of the request.</summary>
internal static class RollNames
{
    public static string Of(RollSheet roll) => System.Globalization.CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" ? roll.TitleEn : roll.Title;

    public static string Of(string name) => RollBook.All.FirstOrDefault(roll => roll.Name == name) is { } roll ? Of(roll) : name;

    public static string Of(RollColumn column) => System.Globalization.CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" ? column.En : column.Head;
}
