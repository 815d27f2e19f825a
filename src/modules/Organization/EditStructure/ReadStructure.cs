using Shuren.Documents.Workbooks;
using Shuren.Kernel;
using Shuren.Platform;
using Shuren.Platform.Files;
using Shuren.Platform.Rights;

namespace Shuren.Organization.EditStructure;

/// <summary>Reads an edited workbook and says what it would change; tries it out without saving, so that every refusal is seen before.</summary>
internal sealed class ReadStructure(ReadState read, WriteStructure write, Actor actor) : IHandler
{
    private static readonly WorkbookLimits Limits = new() { MaxBytes = 10 * 1_048_576, MaxUnpackedBytes = 100 * 1_048_576, MaxRows = 5_000 };

    /// <param name="file">The workbook.</param>
    /// <param name="fileName">Its name, which tells its format.</param>
    /// <param name="on">The day from which everything shall hold.</param>
    /// <param name="ct">Stops the wait.</param>
    public async Task<Outcome<StructureReading>> RunAsync(Stream file, string fileName, DateOnly on, CancellationToken ct)
    {
        if (!actor.Can(OrganizationRights.ManageUnits))
            return new Refusal("UnitNotYours");
        if (on.Year is < 1901 or > 2100)
            return new Refusal("UnitDay", "On");
        using var copy = await SmallUpload.ReadAsync(file, Limits.MaxBytes, ct);
        var reading = WorkbookReader.Read(copy, fileName, Limits);
        if (reading.Refusal is { } refusal)
            return new Refusal("StructureNotRead", "File", refusal.Message);
        var state = await read.RunAsync(on, ct);
        var (problems, differences) = (new List<SheetProblem>(), new List<StructureDifference>());
        StructureChanges changes = new(
            Sheet(StructureText.SheetUnits, StructureSheets.UnitColumns) is { } units ? UnitRows.Read(units) : [], Sheet(StructureText.Groups, StructureSheets.GroupColumns) is { } groups ? GroupRows.Read(groups) : [],
            Sheet(StructureText.UnitPosts, StructureSheets.PostColumns) is { } posts ? PostRows.Read(posts) : [], Sheet(StructureText.Links, StructureSheets.LinkColumns) is { } links ? LinkRows.Read(links) : []);
        if (!reading.Sheets.Any(sheet => Names.Contains(sheet.Name)))
            return new Refusal("StructureSheets", "File", string.Join("、", Names));
        if (problems.Count == 0)
            problems.AddRange(await write.RunAsync(changes, on, StructureText.ExcelTitle, ct));
        return new StructureReading(changes, differences, problems);

        SheetRows? Sheet(string name, IReadOnlyList<WantedColumn> wanted)
        {
            if (reading.Sheets.FirstOrDefault(sheet => sheet.Name == name && sheet.Rows.Count > 0) is not { } found)
                return null;
            var head = HeaderMap.Find(found, wanted);
            if (!head.IsComplete)
                problems.Add(new(name, StructureText.SheetHeads.Filled(string.Join("、", head.Missing.Select(column => column.Names[0])))));
            return head.IsComplete ? new(found, head, state, problems, differences) : null;
        }
    }

    private static string[] Names => [StructureText.SheetUnits, StructureText.Groups, StructureText.UnitPosts, StructureText.Links];
}
