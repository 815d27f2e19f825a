using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Shuren.Contracts.Organization;
using Shuren.Contracts.Schools;
using Shuren.Platform.Data;
using Shuren.Platform.Exchange;
using Shuren.Schools.Model;

namespace Shuren.Schools.Rolls;

/// <summary>学校名录: schools with what they are. A row is known by its code or its name; a new one gets a unit below the bureau.</summary>
internal sealed class SchoolsRoll(SchoolsDb db, IUnitDirectory units, IUnitKeeper keeper) : IRoll
{
    private static readonly RollSheet Roll = RollBook.Schools;
    private static readonly (int Code, int Name, int Opened, int Years) At = (Roll.IndexOf("code"), Roll.IndexOf("name"), Roll.IndexOf("opened_on"), Roll.IndexOf("primary_years"));

    private static readonly Bindings<School> Own = new Bindings<School>(Roll)
        .Text("code", row => row.Code, (row, value) => row.Code = value)
        .Text("credit_code", row => row.CreditCode, (row, value) => row.CreditCode = value)
        .Day("opened_on", row => row.OpenedOn, (row, value) => row.OpenedOn = value)
        .Text("division", row => row.Division, (row, value) => row.Division = value)
        .Text("address", row => row.Address, (row, value) => row.Address = value)
        .Text("post_code", row => row.PostCode, (row, value) => row.PostCode = value)
        .Text("phone", row => row.Phone, (row, value) => row.Phone = value)
        .Add("latitude", row => (decimal?)row.Latitude, (row, value) => row.Latitude = (double)(decimal)value, row => row.Latitude = null)
        .Add("longitude", row => (decimal?)row.Longitude, (row, value) => row.Longitude = (double)(decimal)value, row => row.Longitude = null)
        .Add("planned_in", row => (long?)row.PlannedIn, (row, value) => row.PlannedIn = (int)(long)value, row => row.PlannedIn = null)
        .YesNo("is_of_estate", row => row.IsOfEstate, (row, value) => row.IsOfEstate = value)
        .YesNo("is_township_centre", row => row.IsTownshipCentre, (row, value) => row.IsTownshipCentre = value);

    private static readonly Bindings<SchoolSpan> Span = new Bindings<SchoolSpan>(Roll)
        .Choice("kind", row => row.Kind, (row, value) => row.Kind = value)
        .Choice("ownership", row => row.Ownership, (row, value) => row.Ownership = value)
        .Choice("locality", row => row.Locality, (row, value) => row.Locality = value)
        .YesNo("is_boarding", row => row.IsBoarding, (row, value) => row.IsBoarding = value);

    // A whole number comes out of a cell as a long.
    private static readonly Bindings<SchoolPart> Primary = new Bindings<SchoolPart>(Roll).Add("primary_years", row => (long?)row.Years, (row, value) => row.Years = (int)(long)value);

    private Dictionary<Guid, UnitCard> named = [];
    private Dictionary<string, School> byCode = [];
    private Dictionary<Guid, School> byId = [];
    private Dictionary<Guid, SchoolSpan> spans = [];
    private Dictionary<Guid, SchoolPart> primaries = [];
    private RollScope scope = null!; // set by BeginAsync, which comes first

    public RollSheet Sheet => Roll;

    public IReadOnlyList<Type> Rows { get; } = [typeof(School), typeof(SchoolSpan), typeof(SchoolPart)];

    public bool IsTakenWhole => true;

    public async Task BeginAsync(RollScope within, CancellationToken ct)
    {
        scope = within;
        named = (await units.AllAsync(ct)).ToDictionary(unit => unit.Id);
        var rows = await db.Schools.AsNoTracking().Where(school => school.ClosedOn == null).ToListAsync(ct);
        byId = rows.ToDictionary(school => school.Id);
        byCode = rows.Where(school => school.Code.Length > 0).DistinctBy(school => school.Code).ToDictionary(school => school.Code);
        spans = (await db.SchoolSpans.AsNoTracking().Where(span => span.Until == null).ToListAsync(ct)).ToDictionary(span => span.SchoolId);
        primaries = (await db.SchoolParts.AsNoTracking().Where(part => part.Until == null && part.Stage == Stage.Primary).ToListAsync(ct)).ToDictionary(part => part.SchoolId);
    }

    public async Task TakeAsync(IReadOnlyList<RollRow> rows, List<RowChange> changes, CancellationToken ct)
    {
        var byName = named.Values.DistinctBy(unit => unit.Name).ToDictionary(unit => unit.Name);
        List<(RollRow Row, Guid? Unit)> added = [];
        foreach (var row in rows)
        {
            var (code, unit) = (byCode.GetValueOrDefault(row.Text(At.Code)), byName.GetValueOrDefault(row.Text(At.Name)));
            var school = code ?? (unit is null ? null : byId.GetValueOrDefault(unit.Id));
            if (code is not null && named.TryGetValue(code.Id, out var card) && row.Has(At.Name) && card.Name != row.Text(At.Name))
                row.Refuse("name", "RollSchoolRenamed", row.Text(At.Code), card.Name);
            if (!(school is null ? scope.MayFound : scope.Reaches(school.Id)))
                row.Refuse("name", "RollSchoolNotYours", row.Text(At.Name));
            if (row.Has(At.Years) && row.Get<object>(At.Years) is not (5L or 6L))
                row.Refuse("primary_years", "RollPrimaryYears");
            if (!row.IsGood)
                continue;
            if (school is null)
                added.Add((row, unit?.Id));
            else
                row.Become(Change(row, school, changes) ? RowOutcome.Changed : RowOutcome.Unchanged);
        }
        await AddAsync(added, changes, ct);
    }

    public async IAsyncEnumerable<IReadOnlyList<object?>> ExportAsync(RollScope within, [EnumeratorCancellation] CancellationToken ct)
    {
        await BeginAsync(within, ct);
        foreach (var school in byId.Values.Where(school => within.Reaches(school.Id) && named.ContainsKey(school.Id)).OrderBy(school => named[school.Id].Order).ThenBy(school => school.Id))
        {
            var cells = new object?[Roll.Columns.Count];
            Own.Show(school, cells);
            cells[At.Name] = named[school.Id].Name;
            if (spans.GetValueOrDefault(school.Id) is { } span)
                Span.Show(span, cells);
            if (primaries.GetValueOrDefault(school.Id) is { } primary)
                Primary.Show(primary, cells);
            yield return cells;
        }
    }

    private bool Change(RollRow row, School school, List<RowChange> changes)
    {
        var before = changes.Count;
        if (Own.Differ(school, row))
            changes.Add(new(school, Own.Apply(ImportDesk.Copy(school), row)));
        if (primaries.GetValueOrDefault(school.Id) is { } primary && Primary.Differ(primary, row))
            changes.Add(new(primary, Primary.Apply(ImportDesk.Copy(primary), row)));
        if (spans.GetValueOrDefault(school.Id) is not { } span || !Span.Differ(span, row))
            return changes.Count > before;
        if (span.Since >= scope.Today)
        {
            changes.Add(new(span, Span.Apply(ImportDesk.Copy(span), row)));
            return true;
        }
        var ended = ImportDesk.Copy(span);
        ended.Until = scope.Today;
        changes.Add(new(span, ended));
        changes.Add(new(null, Span.Apply(new SchoolSpan { SchoolId = school.Id, Since = scope.Today, Kind = span.Kind, Ownership = span.Ownership, Locality = span.Locality, IsBoarding = span.IsBoarding }, row)));
        return true;
    }

    /// <summary>New schools: those without a unit get one, all together.</summary>
    private async Task AddAsync(List<(RollRow Row, Guid? Unit)> added, List<RowChange> changes, CancellationToken ct)
    {
        var bureau = named.Values.FirstOrDefault(unit => unit.Parent is null)?.Id;
        var missing = added.Where(one => one.Unit is null).ToList();
        if (missing.Count > 0 && bureau is null)
            missing.ForEach(one => one.Row.Refuse("name", "RollNoBureau"));
        IReadOnlyList<Guid> ids = [.. missing.Select(_ => Guid.CreateVersion7())];
        if (missing.Count > 0 && bureau is { } above && !scope.IsDryRun)
        {
            var outcome = await keeper.AddAsync([.. missing.Select(one => new NewUnit(one.Row.Text(At.Name), UnitKindOf(one.Row), above, null))], "", ct);
            if (outcome.Succeeded)
                ids = outcome.Value;
            else
                missing.ForEach(one => one.Row.Refuse("name", outcome.Refusals[0].Code, [.. outcome.Refusals[0].Args.Select(arg => $"{arg}")]));
        }
        var next = 0;
        foreach (var (row, unit) in added)
        {
            var id = unit ?? ids[next++];
            if (row.IsGood)
                New(row, id, changes);
        }
    }

    private void New(RollRow row, Guid id, List<RowChange> changes)
    {
        var opened = row.Has(At.Opened) ? row.Get<DateOnly>(At.Opened) : scope.YearBegins;
        var span = Span.Apply(new SchoolSpan { SchoolId = id, Since = opened, Kind = SchoolKind.Primary, Ownership = Ownership.Public, Locality = Locality.Village }, row);
        changes.Add(new(null, Own.Apply(new School { Id = id, OpenedOn = opened }, row)));
        changes.Add(new(null, span));
        foreach (var stage in Grades.StagesOf(span.Kind))
        {
            var part = new SchoolPart { SchoolId = id, Stage = stage, Since = opened };
            changes.Add(new(null, stage == Stage.Primary ? Primary.Apply(part, row) : part));
        }
        row.Become(RowOutcome.Added);
    }

    private static UnitKind UnitKindOf(RollRow row) => row.Text("kind") switch
    {
        nameof(SchoolKind.Kindergarten) => UnitKind.Kindergarten,
        nameof(SchoolKind.Institution) => UnitKind.Institution,
        _ => UnitKind.School,
    };
}
