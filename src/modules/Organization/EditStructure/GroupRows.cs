using Shuren.Contracts.Organization;
using Shuren.Documents.Workbooks;
using Shuren.Kernel;
using Shuren.Organization.KeepGroups;
using static Shuren.Organization.EditStructure.StructureSheets;

namespace Shuren.Organization.EditStructure;

/// <summary>The sheet of groups: the rows of a group are its whole roster; a group that is not in the sheet stays as it is.</summary>
internal static class GroupRows
{
    public static List<RosterChange> Read(SheetRows sheet)
    {
        var changes = new List<RosterChange>();
        foreach (var rows in sheet.Rows(GroupColumns).GroupBy(row => sheet.Words(row, Group)))
        {
            var first = rows.First();
            if (rows.Key.Length is < 2 or > 80)
            {
                sheet.Problem(first, Group, OrganizationText.UnitNameForm);
                continue;
            }
            if (sheet.Choice<SchoolGroupKind>(first, Kind, GroupKindWords.Of) is { } kind && Roster(sheet, [.. rows], rows.Key, kind) is { } change)
                changes.Add(change);
        }
        return changes;
    }

    /// <returns>Null where nothing is another.</returns>
    private static RosterChange? Roster(SheetRows sheet, IReadOnlyList<RowReading> rows, string name, SchoolGroupKind kind)
    {
        var now = sheet.State.Groups.FirstOrDefault(group => group.Name == name);
        if (now is not null && now.Kind != kind)
            sheet.Problem(rows[0], Kind, StructureText.SheetKindStays.Filled(GroupKindWords.Of(now.Kind)));
        foreach (var other in rows.Where(row => sheet.Words(row, Kind) != GroupKindWords.Of(kind)))
            sheet.Problem(other, Kind, StructureText.SheetKindStays.Filled(GroupKindWords.Of(kind)));
        string[] members = [.. rows.Select(row => sheet.Words(row, Member)).Where(member => member != "").Distinct()];
        var leads = rows.Where(row => sheet.Ticked(row, Lead)).Select(row => sheet.Words(row, Member)).ToList();
        if (leads.Count > 1)
            sheet.Problem(rows[0], Lead, StructureText.SheetLeads);
        var (lead, before) = (leads.FirstOrDefault() ?? "", (now?.Members ?? []).Select(member => sheet.State.NameOf(member)).ToList());
        if (now is not null && before.ToHashSet().SetEquals(members) && sheet.State.NameOf(now.Lead) == lead)
            return null;
        sheet.Differs(name, StructureText.Members, string.Join("、", before.Order(StringComparer.Ordinal)), string.Join("、", members.Order(StringComparer.Ordinal)));
        sheet.Differs(name, StructureText.Lead, sheet.State.NameOf(now?.Lead), lead);
        if (now is null)
            sheet.Differs(name, StructureText.GroupKind, "", GroupKindWords.Of(kind));
        return new(sheet.Place(rows[0]), now?.Id, name, kind, members, lead);
    }
}
