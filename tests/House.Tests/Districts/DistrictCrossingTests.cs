using Shuren.House.Tests.Rights;
using Shuren.Platform.Rights;
using Shuren.Testing;

namespace Shuren.House.Tests.Districts;

/// <summary>
/// Two districts in one house, on both databases: nothing of one is reached through the other's address, on any page or door, downloads among them.
/// For each route one person asks who gets it at home; docs/rights.md says who that is.
/// </summary>
public class DistrictCrossingTests
{
    // Between them they are answered at every address that anybody is answered at.
    private static readonly string[] People = [Roles.Director, Roles.Office, Roles.SystemAdmin, Roles.SecurityAdmin, Roles.AuditAdmin, Roles.SectionChief, Roles.Principal];

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task Nothing_of_one_district_is_reached_through_the_address_of_another(TestDatabase database)
    {
        await using var site = new RightsSite(database, People);
        await site.InitializeAsync();
        await SecondDistrict.FoundAsync(site.Site, People);
        var there = SecondDistrict.AddressOf(site.Site);
        var (home, away) = (new Dictionary<string, string>(), new Dictionary<string, string>());
        foreach (var role in People)
        {
            home[role] = site.CookieOf(role);
            using var browser = await SecondDistrict.SignInAsync(site.Site, role);
            away[role] = browser.CookieHeader;
        }
        var (problems, answered, foreign) = (new List<string>(), 0, 0);

        foreach (var (method, route) in site.Routes)
        {
            var role = await WhoAsync(site, method, route, home);
            var address = new Uri(there, site.Address(route, role, own: true));
            var answer = await site.AskAsync(method, address, home[role], null, site.TokenOf(role));
            answered++;
            // The cookie of home is nobody's there, and neither is the token.
            if (answer != await site.AskAsync(method, address, ""))
                problems.Add($"{method} {route} in 临水县 with the cookie of {role} in 青禾县: {answer}");
            if (method != "GET" || !route.Contains(":guid", StringComparison.Ordinal))
                continue;
            // And somebody of there finds nothing under an id of home: the same as under an id of nothing.
            var (found, words) = await site.LookAsync(address, away[role]);
            foreign++;
            if (found is not ("403" or "404") && (found, words) != await site.LookAsync(new Uri(there, RightsSite.AddressOfNothing(route)), away[role]))
                problems.Add($"{method} {route} as {role} of 临水县 with an id of 青禾县: {found} {words[..Math.Min(words.Length, 80)]}");
        }

        Assert.True(problems.Count == 0, string.Join('\n', problems));
        Assert.Equal(site.Routes.Count, answered);
        Assert.True(foreign > 40, $"{foreign} routes with ids");
    }

    // Who gets it at home; where the table has nobody of ours, the office.
    private static async Task<string> WhoAsync(RightsSite site, string method, string route, Dictionary<string, string> home)
    {
        var cells = RightsDocument.Read().GetValueOrDefault($"{method} {route}");
        var columns = RightsSite.Columns;
        var who = People.FirstOrDefault(role => cells is not null && cells[columns.ToList().IndexOf(role)].StartsWith("200", StringComparison.Ordinal));
        if (who is not null && method == "GET" && route.Contains(":guid", StringComparison.Ordinal))
            Assert.Equal((route, "200"), (route, await site.AskAsync(method, new Uri(site.Site.Address, site.Address(route, who, own: true)), home[who], null, site.TokenOf(who))));
        return who ?? Roles.Office;
    }
}
