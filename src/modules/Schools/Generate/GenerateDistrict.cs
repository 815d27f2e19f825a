using Shuren.Contracts.Organization;
using Shuren.Contracts.Schools;
using Shuren.Kernel;
using Shuren.Platform;
using Shuren.Platform.Processes;
using Shuren.Schools.Model;

namespace Shuren.Schools.Generate;

/// <summary>
/// Fills a district that has no rolls yet with invented schools, pupils and teachers, school by school, so that memory does not grow with
/// the number of pupils. One act, one transaction: all of it is there, or nothing.
/// </summary>
internal sealed class GenerateDistrict(SchoolsDb schools, IUnitDirectory units, IUnitKeeper keeper, Process process) : IHandler
{
    /// <summary>The largest orders that are taken.</summary>
    public const int MostPupils = 20_000_000;

    /// <inheritdoc cref="MostPupils"/>
    public const int MostSchools = 9_999;

    /// <summary>How many rows were written.</summary>
    public sealed record Generated(int Schools, int Pupils, long Rows);

    /// <returns>The counts, or the refusals <c>GenerateNumbers</c>, <c>GenerateNotEmpty</c>, <c>GenerateNoBureau</c>.</returns>
    public async Task<Outcome<Generated>> RunAsync(DistrictOrder order, IProgress<int>? done, CancellationToken ct)
    {
        if (Refused(order) is { } wrong)
            return wrong;
        if (await schools.HasRollsAsync(ct))
            return new Refusal("GenerateNotEmpty", "district");
        var tree = await units.AllAsync(ct);
        if (tree.FirstOrDefault(unit => unit.Kind == UnitKind.Bureau) is not { } bureau)
            return new Refusal("GenerateNoBureau", "district");
        var plans = new PlanDistrict(order).Run([.. tree.Where(unit => unit.Kind is UnitKind.School or UnitKind.Kindergarten)]);
        process.Begin("schools.generate", why: $"seed {order.Seed}");
        var known = tree.Select(unit => unit.Id).ToHashSet();
        var added = await keeper.AddAsync([.. plans.Where(plan => !known.Contains(plan.Id)).Select(plan => new NewUnit(plan.Name, plan.UnitKind, bureau.Id, null) { Id = plan.Id })], "demo", ct);
        if (!added.Succeeded)
            return added.Refusals.ToList();
        var poured = schools.Pour(Batches(order, plans, done));
        await schools.SaveAsync(ct);
        return new Generated(plans.Count, order.Pupils, poured.Count);
    }

    /// <summary>Why an order is not taken, or null.</summary>
    public static Refusal? Refused(DistrictOrder order) => order.Schools is < 1 or > MostSchools || order.Pupils is < 0 or > MostPupils || order.SchoolYear is < 1990 or > 2100
        ? new("GenerateNumbers", "pupils", MostPupils, MostSchools) : null;

    // What others point to comes first.
    private static IEnumerable<IReadOnlyCollection<object>> Batches(DistrictOrder order, IReadOnlyList<PlannedSchool> plans, IProgress<int>? done)
    {
        var since = new DateOnly(order.SchoolYear, 9, 1);
        yield return [.. plans.Select(plan => new SchoolRows(plan, Chance.For(order.Seed, plan.Index), since).School())];
        var pupils = 0;
        foreach (var plan in plans)
        {
            foreach (var batch in School(order, plan, plans, since))
                yield return batch;
            pupils += plan.Pupils.Values.Sum();
            done?.Report((int)(100L * pupils / Math.Max(1, order.Pupils)));
        }
    }

    private static IEnumerable<IReadOnlyCollection<object>> School(DistrictOrder order, PlannedSchool plan, IReadOnlyList<PlannedSchool> plans, DateOnly since)
    {
        var chance = Chance.For(order.Seed, 1_000_000L + plan.Index);
        var rows = new SchoolRows(plan, chance, since);
        var classes = new ClassRows(plan, chance, since).All();
        yield return [.. rows.Spans()];
        yield return [.. rows.Parts()];
        yield return [rows.Premises()];
        yield return [rows.Funds()];
        yield return [.. rows.Rooms(classes.Count)];
        var staff = new TeacherRows(plan, chance, since);
        staff.Fill(plans.Count > 1 ? plans[(plan.Index + 1) % plans.Count] : null);
        yield return staff.Teachers;
        yield return staff.Posts;
        yield return staff.Standings;
        yield return staff.Certificates;
        yield return staff.Trainings;
        yield return staff.Leaders;
        for (var at = 0; at < classes.Count; at++)
            classes[at].Class.HeadTeacherId = staff.Teachers[at % staff.Teachers.Count].Id;
        yield return [.. classes.Select(one => one.Class)];
        var learning = new PupilRows(plan, chance, since, plans.Count);
        foreach (var (taught, count) in classes)
            learning.Fill(taught, count);
        yield return learning.Pupils;
        yield return learning.Enrolments;
        yield return learning.Guardians;
        yield return learning.Siblings;
        yield return learning.Cares;
    }
}
