namespace Shuren.House.Tests.Rights;

/// <summary>docs/rights.md is what the site does: every page and door, every role, things of one's own unit and of another.</summary>
public class RightsTableTests(RightsSite site) : IClassFixture<RightsSite>
{
    /// <summary>Set it to write the table anew (./dev rights); the difference is then read by a person.</summary>
    private const string WriteAnew = "SHUREN_WRITE_RIGHTS";

    [Fact]
    public async Task Every_role_gets_at_every_address_what_the_table_says()
    {
        var seen = await SeenAsync();
        if (Environment.GetEnvironmentVariable(WriteAnew) is { Length: > 0 })
            RightsDocument.Write(RightsSite.Columns, seen.Select(row => (row.Key, row.Value)));
        var written = RightsDocument.Read();

        var missing = seen.Keys.Except(written.Keys).Select(row => $"no row in docs/rights.md: {row}");
        var gone = written.Keys.Except(seen.Keys).Select(row => $"no such address any more: {row}");
        var different = seen.Where(row => written.ContainsKey(row.Key)).SelectMany(row => RightsSite.Columns.Select((column, place) => (row.Key, column, Seen: row.Value[place], Written: written[row.Key][place])))
            .Where(cell => cell.Seen != cell.Written).Select(cell => $"{cell.Key} as {cell.column}: {cell.Seen}, the table says {cell.Written}");

        List<string> problems = [.. missing, .. gone, .. different];
        Assert.True(problems.Count == 0, string.Join('\n', problems) + $"\n({WriteAnew}=1 writes the table anew: read the difference before you commit it)");
    }

    [Fact]
    public async Task A_page_that_may_not_be_read_cannot_be_posted_to_either()
    {
        var problems = new List<string>();
        foreach (var route in site.Pages)
        {
            foreach (var role in RightsSite.Columns)
            {
                var address = site.Address(route, role, own: true);
                var (read, posted) = (await site.AskAsync("GET", address, role), await site.AskAsync("POST", address, role));
                // Whoever may read is stopped by the missing token; everybody else before.
                if (read is "403" or "in" && posted != read && posted != "405")
                    problems.Add($"{route} as {role}: GET {read}, POST {posted}");
                if (posted is "200" or "302" && read != posted)
                    problems.Add($"{route} as {role}: a post without token is answered {posted}");
            }
        }

        Assert.True(problems.Count == 0, string.Join('\n', problems));
    }

    private async Task<Dictionary<string, string[]>> SeenAsync()
    {
        var columns = await Task.WhenAll(RightsSite.Columns.Select(SeenByAsync));
        return site.Routes.Select((route, place) => (Row: $"{route.Method} {route.Route}", Cells: columns.Select(column => column[place]).ToArray()))
            .ToDictionary(row => row.Row, row => row.Cells);
    }

    private async Task<List<string>> SeenByAsync(string role)
    {
        var cells = new List<string>();
        foreach (var (method, route) in site.Routes)
        {
            var own = await site.AskAsync(method, site.Address(route, role, own: true), role);
            var other = RightsSite.HasUnits(route) ? await site.AskAsync(method, site.Address(route, role, own: false), role) : own;
            cells.Add(own == other ? own : $"{own} · {other}");
        }
        return cells;
    }
}
