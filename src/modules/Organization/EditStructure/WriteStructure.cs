using Microsoft.EntityFrameworkCore;
using Shuren.Contracts.Organization;
using Shuren.Kernel;
using Shuren.Organization.KeepGroups;
using Shuren.Organization.KeepPosts;
using Shuren.Organization.KeepUnits;
using Shuren.Organization.LinkSchools;
using Shuren.Organization.ManageUnits;
using Shuren.Organization.Model;
using Shuren.Platform;

namespace Shuren.Organization.EditStructure;

/// <summary>Makes a workbook's changes by the same acts as the pages, without saving: tried out once and thrown away, then made and saved.</summary>
internal sealed class WriteStructure(
    OrganizationDb organization, OpenUnits openUnits, OpenGroups openGroups, AddUnit addUnit, EndWithUnit endWithUnit, HoldPost holdPost, SetLink setLink, RefusalWords words) : IHandler
{
    private UnitBook? book;
    private Dictionary<string, Guid> before = [];

    /// <summary>The units after the changes, to be saved.</summary>
    public UnitBook Book => book ?? throw new InvalidOperationException("Nothing was written yet.");

    /// <returns>What is refused, row by row; empty when all was made.</returns>
    public async Task<IReadOnlyList<SheetProblem>> RunAsync(StructureChanges changes, DateOnly on, string why, CancellationToken ct)
    {
        book = await openUnits.RunAsync(ct);
        var problems = new List<SheetProblem>();
        before = book.History.AllAt(on).GroupBy(span => span.Name).ToDictionary(name => name.Key, name => name.First().UnitId);
        await UnitsAsync(problems, [.. changes.Units.Where(change => !change.Closes)], on, why, ct);
        // Closings last, when what stood below has moved away.
        foreach (var change in changes.Units.Where(change => change.Closes))
            Note(problems, change.Row, await UnitAsync(change, on, why, ct));
        var groups = await openGroups.RunAsync(ct);
        foreach (var change in changes.Rosters)
            Note(problems, change.Row, Roster(groups, change, on, why));
        SetMembers.Write(organization, groups);
        foreach (var change in changes.Posts)
            Note(problems, change.Row, await PostAsync(change, why, on, ct));
        foreach (var change in changes.Links)
            Note(problems, change.Row, await LinkAsync(change, on, ct));
        return problems;
    }

    private void Note(List<SheetProblem> problems, string row, Refusal? refusal)
    {
        if (refusal is not null)
            problems.Add(new(row, words.Of(refusal)));
    }

    /// <summary>The unit of that name; a name that another row of the sheet changes still leads to its unit.</summary>
    private Guid? Named(string name, DateOnly on) =>
        Book.History.AllAt(on).FirstOrDefault(span => span.Name == name)?.UnitId ?? (before.TryGetValue(name, out var unit) ? unit : null);

    /// <summary>In rounds: a unit waits until the one above it is there, which may be new or renamed in the same sheet.</summary>
    private async Task UnitsAsync(List<SheetProblem> problems, List<UnitChange> waiting, DateOnly on, string why, CancellationToken ct)
    {
        while (waiting.Count > 0)
        {
            var ready = waiting.FindAll(change => change.Parent == "" || Named(change.Parent, on) is not null);
            if (ready.Count == 0)
                ready = waiting;
            foreach (var change in ready)
                Note(problems, change.Row, await UnitAsync(change, on, why, ct));
            waiting = [.. waiting.Except(ready)];
        }
    }

    private async Task<Refusal?> UnitAsync(UnitChange change, DateOnly on, string why, CancellationToken ct)
    {
        Guid? parent = change.Parent == "" ? null : Named(change.Parent, on);
        if (change.Parent != "" && parent is null)
            return new("StructureUnit", "", change.Parent);
        if (change.Id is not { } id)
            return addUnit.Write(Book, new(change.Name, change.ShortName, change.Kind, parent, change.Duties) { On = on }, why) is { Succeeded: false } refused ? refused.Refusals[0] : null;
        if (change.Closes)
            return await endWithUnit.RunAsync(id, on, null, ct) ?? Book.Close(id, on, why);
        var kept = await organization.Duties.Where(duty => duty.UnitId == id).OrderBy(duty => duty.Position).ToListAsync(ct);
        if (!kept.Select(duty => duty.Phrase).SequenceEqual(change.Duties))
        {
            organization.Duties.RemoveRange(kept);
            organization.Duties.AddRange(change.Duties.Select((phrase, position) => new UnitDuty { UnitId = id, Position = position, Phrase = phrase }));
        }
        return Book.Change(id, change.Name, change.ShortName, parent, on, why);
    }

    private Refusal? Roster(GroupBook groups, RosterChange change, DateOnly on, string why)
    {
        var id = change.Id ?? Guid.Empty;
        if (change.Id is null)
        {
            if (AddGroup.Open(organization, Book, change.Group, change.Kind, on, why, out var unit) is { } refusal)
                return refusal;
            id = unit.Id;
            groups.Know(id, change.Kind);
        }
        var members = change.Members.Select(name => (name, unit: Named(name, on))).ToList();
        if (members.Find(member => member.unit is not { } found || !SetMembers.Kinds.Contains(Book.Units[found].Kind)) is { name: not null } wrong)
            return new("GroupMember", "", wrong.name);
        var set = groups.Set(id, [.. members.Select(member => member.unit!.Value)], change.Lead == "" ? null : Named(change.Lead, on), on); // all were found above
        return set is null ? null : SetMembers.Named(set, Book.History);
    }

    private async Task<Refusal?> PostAsync(PostChange change, string why, DateOnly on, CancellationToken ct)
    {
        if (Named(change.Unit, on) is not { } unit)
            return new("StructureUnit", "", change.Unit);
        if (change.Holding is not { } holding)
            return await holdPost.WriteAsync(new(unit, change.Title, change.Account, change.IsStandIn, change.Since, change.Last, why), ct) is { Succeeded: false } refused ? refused.Refusals[0] : null;
        var row = await organization.PostHoldings.FirstAsync(held => held.Id == holding, ct);
        if (change.Last < row.Since || (change.Last is null && row.IsStandIn))
            return new("PostDays");
        row.Until = change.Last?.AddDays(1);
        return null;
    }

    private async Task<Refusal?> LinkAsync(LinkChange change, DateOnly on, CancellationToken ct)
    {
        if (change.Ends is { } ends)
        {
            var row = await organization.SchoolLinks.FirstAsync(link => link.Id == ends, ct);
            row.Until = on > row.Since ? on : row.Since;
            return null;
        }
        if (Named(change.Unit, on) is not { } unit)
            return new("StructureUnit", "", change.Unit);
        return await setLink.WriteAsync(Book, change.Kind, change.Account, unit, on, ct) is { Succeeded: false } refused ? refused.Refusals[0] : null;
    }
}
