using System.Net;
using Shuren.Testing;

namespace Shuren.House.Tests;

/// <summary>What a supervisor, a proxy and a monitoring system ask.</summary>
public sealed class WatchTests
{
    [Fact]
    public async Task The_house_says_that_it_lives_is_ready_and_what_it_counts()
    {
        await using var site = await TestSite.StartAsync(TestDatabase.Sqlite);
        using var http = new HttpClient { BaseAddress = new Uri(site.Address, "/") };

        var live = await http.GetAsync(new Uri("health/live", UriKind.Relative));
        var ready = await http.GetAsync(new Uri("health/ready", UriKind.Relative));
        var figures = await http.GetStringAsync(new Uri("metrics", UriKind.Relative));

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (live.StatusCode, ready.StatusCode));
        Assert.Contains("# TYPE http_server_request_duration_seconds histogram", figures, StringComparison.Ordinal);
        Assert.Matches("http_server_request_duration_seconds_count\\{[^}]*\\} [1-9]", figures);
        Assert.Contains("dotnet_", figures, StringComparison.Ordinal);
        Assert.DoesNotContain("qinghe", figures, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_proxy_passes_on_gets_no_figures()
    {
        await using var site = await TestSite.StartAsync(TestDatabase.Sqlite);
        using var http = new HttpClient { BaseAddress = new Uri(site.Address, "/") };
        http.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.7");

        var asked = await http.GetAsync(new Uri("metrics", UriKind.Relative));

        Assert.Equal(HttpStatusCode.NotFound, asked.StatusCode);
    }
}
