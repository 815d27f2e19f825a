using System.Net;
using Shuren.Testing;

namespace Shuren.House.Tests.Districts;

/// <summary>Many districts share one bounded pool of connections. bench/run Districts does the same with 300.</summary>
public sealed class BoundedConnectionsTests
{
    private const int Districts = 15;
    private const int Pool = 12;

    // The pool, what listens for jobs and tells of them, and the house that founded the county.
    private const int Limit = Pool + 2 + 2;

    [Fact]
    public async Task Fifty_people_at_once_in_many_districts_never_take_more_connections_than_the_pool_has()
    {
        await using var site = await TestSite.StartAsync(TestDatabase.PostgreSql, connection: $";MaxPoolSize={Pool}");
        List<string> codes = [.. Enumerable.Range(1, Districts - 1).Select(at => $"d{at:D3}")];
        await ManyDistricts.CopyAsync(site.House.Location, "qinghe", codes);
        Npgsql.NpgsqlConnection.ClearAllPools();
        using var http = new HttpClient { BaseAddress = new Uri(site.Address, "/"), Timeout = TimeSpan.FromMinutes(2) };
        List<HttpStatusCode> answers = [];

        var most = await ManyDistricts.MostConnectionsAsync(site.House.Location, async () => answers.AddRange(await Task.WhenAll(Enumerable.Range(0, 50).SelectMany(person => Enumerable.Range(0, 3).Select(visit => AskAsync(http, codes[(person * 7 + visit) % codes.Count]))))));

        Assert.Equal(150, answers.Count(answer => answer == HttpStatusCode.OK));
        Assert.InRange(most, 2, Limit);
    }

    private static async Task<HttpStatusCode> AskAsync(HttpClient http, string code)
    {
        using var response = await http.GetAsync(new Uri($"{code}/public", UriKind.Relative));
        return response.StatusCode;
    }
}
