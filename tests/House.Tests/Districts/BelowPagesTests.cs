using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Shuren.Platform.Districts;
using Shuren.Testing;

namespace Shuren.House.Tests.Districts;

/// <summary>From the district's form to the bureau's page and back: granted, opened, seen below, revoked.</summary>
public sealed class BelowPagesTests
{
    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task What_the_district_grants_the_bureau_sees_and_opens_until_it_is_revoked(TestDatabase database)
    {
        await using var site = await TestSite.StartAsync(database);
        var lower = await LowerDistrict.InAsync(site.House.Districts);
        await site.House.Districts.AddAsync("shanghe", "上河市", "test", CancellationToken.None);
        site.Services.GetRequiredService<DistrictDirectory>().Forget();
        using var office = await site.SignInAsync("office");

        // The small county grants to the city above it.
        await office.OpenAsync("organization/above");
        await office.OpenAsync("organization/above/grant?Form.Upper=shanghe&Form.Kinds=planning.plan&Form.Since=2026-04-15&Form.Why=");
        Assert.Contains("请写明原因", office.Page.Body!.TextContent, StringComparison.Ordinal);
        await office.OpenAsync("organization/above/grant?Form.Upper=shanghe&Form.Kinds=planning.plan&Form.Since=2026-04-15&Form.Why=调度");
        Assert.Contains("向上河市开放1项内容", office.Words, StringComparison.Ordinal);
        await office.SubmitAsync([], "main form[method=post]");
        Assert.Equal("organization/above", office.Path);
        Assert.Contains("开放中", office.Words, StringComparison.Ordinal);
        await office.OpenAsync(office.Page.QuerySelector("a[href$='/revoke']")!.GetAttribute("href")!);
        await office.SubmitAsync(new() { ["Form.Why"] = "调度结束" });
        Assert.Contains("已撤销", office.Words, StringComparison.Ordinal);

        // The small county is itself above 下湾区.
        Assert.Equal(HttpStatusCode.NotFound, (await office.OpenAsync($"below/xiawan/plans/{lower.Plan:N}")).Status);
        await lower.GrantAsync(site.House.Districts, "qinghe", new(2026, 4, 1), "planning.tasks-by-state", "planning.plan", "planning.tasks");
        await office.OpenAsync("organization/below");
        Assert.Contains("下湾区", office.Words, StringComparison.Ordinal);
        Assert.Contains("33.3%", office.Words, StringComparison.Ordinal);
        await office.OpenAsync("below/xiawan/plans");
        await office.OpenAsync(office.Page.QuerySelector("main table a")!.GetAttribute("href")!);
        Assert.Contains("幼儿园", office.Words, StringComparison.Ordinal);
        await office.OpenAsync($"below/xiawan/plans/{lower.Plan:N}/tasks");
        Assert.Contains("修订招生办法", office.Words, StringComparison.Ordinal);
        using var chief = await site.SignInAsync("chief-basic");
        await chief.OpenAsync("below/xiawan/plans");
        Assert.DoesNotContain("教育工作要点", chief.Words, StringComparison.Ordinal);
    }
}
