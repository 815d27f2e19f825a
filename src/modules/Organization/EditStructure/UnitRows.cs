using Shuren.Contracts.Organization;
using Shuren.Documents.Workbooks;
using Shuren.Kernel;
using Shuren.Organization.ManageUnits;
using static Shuren.Organization.EditStructure.StructureSheets;

namespace Shuren.Organization.EditStructure;

/// <summary>The sheet of units: a row without a number is a new unit; what is not in the sheet stays.</summary>
internal static class UnitRows
{
    private static readonly char[] Separators = ['；', ';', '\n', '\r'];

    public static List<UnitChange> Read(SheetRows sheet)
    {
        var changes = new List<UnitChange>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in sheet.Rows(UnitColumns))
        {
            if (Change(sheet, row) is not { } change)
                continue;
            if (!seen.Add(change.Name))
                sheet.Problem(row, Name, StructureText.SheetNameTwice.Filled(change.Name));
            if (Differences(sheet, change))
                changes.Add(change);
        }
        return changes;
    }

    private static UnitChange? Change(SheetRows sheet, RowReading row)
    {
        var written = sheet.Words(row, Id);
        var unit = Guid.TryParse(written, out var id) ? sheet.State.Unit(id) : null;
        if (written != "" && unit is null)
        {
            sheet.Problem(row, Id, StructureText.SheetUnknownId);
            return null;
        }
        var name = sheet.Words(row, Name);
        if (name.Length is < 2 or > 80)
            sheet.Problem(row, Name, OrganizationText.UnitNameForm);
        if (unit is null && sheet.State.Units.Any(other => other.Name == name))
            sheet.Problem(row, Id, StructureText.SheetIdMissing.Filled(name));
        var kind = sheet.Choice<UnitKind>(row, Kind, UnitKindWords.Of);
        if (kind is null)
            return null;
        if (unit is not null && kind != unit.Kind)
            sheet.Problem(row, Kind, StructureText.SheetKindStays.Filled(UnitKindWords.Of(unit.Kind)));
        if (unit is null && kind is UnitKind.Bureau or UnitKind.SchoolGroup)
            sheet.Problem(row, Kind, StructureText.SheetKindNot.Filled(UnitKindWords.Of(kind.Value)));
        var shortName = sheet.Words(row, ShortName);
        return new(sheet.Place(row), unit?.Id, name, shortName == "" ? name : shortName, kind.Value, sheet.Words(row, Parent),
            [.. sheet.Words(row, Duties).Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct()], sheet.Ticked(row, Closes));
    }

    /// <returns>Whether anything is another.</returns>
    private static bool Differences(SheetRows sheet, UnitChange change)
    {
        var now = change.Id is { } id ? sheet.State.Unit(id) : null;
        (string Field, string Before, string After)[] fields =
        [
            (OrganizationText.UnitName, now?.Name ?? "", change.Name), (OrganizationText.ShortName, now?.ShortName ?? "", change.ShortName),
            (OrganizationText.UnitAbove, sheet.State.NameOf(now?.Parent), change.Parent), (OrganizationText.Duties, string.Join("；", now?.Duties ?? []), string.Join("；", change.Duties)),
            (StructureText.SheetCloses, "", change.Closes ? StructureText.Yes : ""),
        ];
        foreach (var (field, before, after) in fields)
            sheet.Differs(now?.Name ?? change.Name, field, before, after);
        return fields.Any(field => field.Before != field.After);
    }
}
