using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shuren.Organization.ViewBelow;
using Shuren.Platform.Data;
using Shuren.Platform.Districts.Above;
using Shuren.Platform.Jobs;
using Shuren.Testing;

namespace Shuren.Rooms.Tests.Platform.Districts;

/// <summary>A district with two bureaus above it, and beside it a plain list of what was granted: the witness that shares no code with the house.</summary>
internal sealed class GrantModel(TestHouse house, LowerDistrict below)
{
    public static readonly string[] Uppers = ["qinghe", "shanghe"];
    public static readonly string[] Kinds = ["planning.tasks-by-state", "planning.target-readings", "planning.plan", "planning.tasks"];

    private readonly List<(Guid Id, string Upper, string Kind, DateOnly First, DateOnly? Last, bool Gone)> granted = [];

    public int Openings { get; private set; }

    private DateOnly Today => DateOnly.FromDateTime(house.Clock.GetLocalNow().DateTime);

    public static async Task<GrantModel> NewAsync(TestDatabase database)
    {
        var house = await TestHouse.NewAsync(database);
        await house.Districts.AddAsync("shanghe", "上河市", "test", CancellationToken.None);
        return new(house, await LowerDistrict.InAsync(house.Districts));
    }

    public TestHouse House => house;

    public LowerDistrict Below => below;

    public bool IsGranted(string upper, string kind) => granted.Exists(one => one.Upper == upper && one.Kind == kind && !one.Gone && one.First <= Today && (one.Last is null || one.Last >= Today));

    public async Task GrantAsync(string upper, string kind, int after, int? days)
    {
        await using var scope = house.Districts.Enter(below.Card, "test");
        var (first, last) = (Today.AddDays(after), days is { } length ? Today.AddDays(after + length) : (DateOnly?)null);
        if (!(await scope.ServiceProvider.GetRequiredService<GrantUpward>().RunAsync(new(upper, [kind], first, last, "调度"), CancellationToken.None)).Succeeded)
            return;
        var row = await scope.ServiceProvider.GetRequiredService<ShurenDb>().Set<UpwardGrant>().AsNoTracking().OrderByDescending(grant => grant.Id).FirstAsync();
        granted.Add((row.Id, upper, kind, first, last, false));
    }

    public async Task RevokeAsync(int which)
    {
        if (granted.Count == 0)
            return;
        var at = which % granted.Count;
        await using var scope = house.Districts.Enter(below.Card, "test");
        var revoked = await scope.ServiceProvider.GetRequiredService<RevokeUpward>().RunAsync(granted[at].Id, "不再需要", CancellationToken.None);
        Assert.NotEqual(granted[at].Gone, revoked.Succeeded);
        granted[at] = granted[at] with { Gone = true };
    }

    public async Task RunJobsAsync()
    {
        await using var scope = house.Enter();
        await scope.ServiceProvider.GetRequiredService<JobRunner>().RunDueAsync(CancellationToken.None);
    }

    /// <summary>What the page of districts below shows of ours, by kind.</summary>
    public async Task<HashSet<string>> ShownAsync(string upper)
    {
        await using var scope = house.Districts.Enter(new(upper, upper), "test");
        var rows = (await scope.ServiceProvider.GetRequiredService<ReadBelow>().RunAsync(CancellationToken.None)).Where(row => row.Code == below.Card.Code).ToList();
        return [.. rows.SelectMany(row => row.Figures.Keys.Select(key => key.Kind).Concat(row.Open.Select(kind => kind.Name)))];
    }

    /// <summary>Whether a kind can be opened.</summary>
    public async Task<bool> OpensAsync(string upper, string kind)
    {
        await using var scope = house.Districts.Enter(new(upper, upper), "test");
        var opened = await scope.ServiceProvider.GetRequiredService<OpenBelow>().RunAsync(below.Card.Code, kind, null, CancellationToken.None);
        if (!opened.Succeeded)
            return false;
        await opened.Value.DisposeAsync();
        Openings++;
        return true;
    }

    public async Task CheckAsync(bool reported)
    {
        foreach (var upper in Uppers)
        {
            var shown = await ShownAsync(upper);
            Assert.All(shown, kind => Assert.True(IsGranted(upper, kind), $"{upper} sees {kind} on {Today} without a grant"));
            if (reported)
                Assert.Equal(Kinds.Where(kind => IsGranted(upper, kind)).Order(), shown.Order());
            foreach (var kind in Kinds)
                Assert.Equal(kind is "planning.plan" or "planning.tasks" && IsGranted(upper, kind), await OpensAsync(upper, kind));
        }
    }
}
