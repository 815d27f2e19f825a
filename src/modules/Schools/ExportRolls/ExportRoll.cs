using Shuren.Kernel;
using Shuren.Platform;
using Shuren.Platform.Exchange;
using Shuren.Schools.ImportRolls;
using Shuren.Schools.Rolls;

namespace Shuren.Schools.ExportRolls;

/// <summary>Gives a roll out as it stands today, every column of it, within what the actor may see.</summary>
internal sealed class ExportRoll(RollCatalogue catalogue) : IHandler
{
    /// <summary>Writes it.</summary>
    /// <param name="name">Code name of the roll.</param>
    /// <param name="isWorkbook">An .xlsx, else a .csv.</param>
    /// <param name="stream">Where to; must be able to seek for an .xlsx.</param>
    /// <param name="ct">Stops it.</param>
    /// <returns>How many rows; <c>RollUnknown</c>.</returns>
    public async Task<Outcome<int>> RunAsync(string name, bool isWorkbook, Stream stream, CancellationToken ct)
    {
        if (catalogue.Find(name) is not { } roll)
            return new Refusal("RollUnknown", "roll", name, string.Join("、", RollBook.All.Select(sheet => sheet.Name)));
        var count = 0;
        var rows = roll.ExportAsync(await catalogue.ScopeAsync(SchoolsRights.SeeIdentity, isDryRun: true, ct), ct).ToBlockingEnumerable(ct).Select(row => (count++, row).row);
        if (isWorkbook)
            RollWorkbooks.Write(stream, roll.Sheet, RollBook.Codes, "", rows);
        else
            RollFiles.WriteCsv(stream, [.. roll.Sheet.Columns.Select(column => column.Key)], rows);
        return count;
    }
}
