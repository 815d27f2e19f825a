using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Shuren.Testing;

namespace Shuren.House.Tests.Faults;

/// <summary>No personal data in the log, whatever is typed and whatever breaks.</summary>
public sealed class LogTests
{
    /// <summary>Invented: an identity number with a right check digit, phone numbers, a name, an address, each in several forms.</summary>
    private static readonly string[] Seeds =
    [
        "110101201507211234", "11010120150721123X", "110101 20150721 1234", "１１０１０１２０１５０７２１１２３４", "13800138000", "138-0013-8000", "+86 138 0013 8000", "0537-1234567",
        "欧阳明慧", "ouyang.minghui@example.cn", "青禾县柳塘镇幸福路18号2单元301",
    ];

    [Fact]
    public async Task Nothing_that_people_type_reaches_the_log()
    {
        using var log = new StringWriter();
        await using var site = await TestSite.StartAsync(TestDatabase.Sqlite, log: log);
        using var browser = await site.SignInAsync("office");
        foreach (var seed in Seeds)
        {
            await browser.OpenAsync("organization/units/add");
            await browser.SubmitAsync(new() { ["Form.Name"] = seed, ["Form.ShortName"] = seed, ["Form.Duties"] = seed });
            await browser.OpenAsync("planning/tasks/" + Uri.EscapeDataString(seed) + "?q=" + Uri.EscapeDataString(seed));
            await browser.OpenAsync("organization/units?q=" + Uri.EscapeDataString(seed));
            using var visitor = site.Visitor();
            await visitor.OpenAsync("sign-in");
            await visitor.SubmitAsync(new() { ["Form.Name"] = seed, ["Form.Password"] = seed });
            Break(site.Logs, seed);
        }

        var lines = log.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.True(lines.Length >= 3 * Seeds.Length, "The faults were not logged at all.");
        Assert.All(lines, line => JsonDocument.Parse(line).Dispose());
        Assert.Empty(Seeds.Where(seed => lines.Any(line => Holds(line, seed))));
    }

    // What a careless line of code, a parser and a database say when they break.
    private static void Break(ILoggerFactory logs, string seed)
    {
        var log = logs.CreateLogger("Shuren.Test");
#pragma warning disable CA1848, CA2254, CA1727 // Careless on purpose.
        log.LogError("Import of {Name} failed in row {Row}", seed, 7);
        log.LogError(new FormatException($"The input string '{seed}' was not in a correct format.", new InvalidOperationException(seed)), "Row {Row} cannot be read", 8);
        using (log.BeginScope(new Dictionary<string, object> { ["Pupil"] = seed }))
            log.LogCritical(new Microsoft.Data.Sqlite.SqliteException($"UNIQUE constraint failed: {seed}", 19), "Refused {Value}", seed);
#pragma warning restore CA1848, CA2254, CA1727
    }

    private static bool Holds(string line, string seed) =>
        line.Contains(seed, StringComparison.OrdinalIgnoreCase) || line.Contains(Uri.EscapeDataString(seed), StringComparison.OrdinalIgnoreCase)
        || line.Contains(JsonSerializer.Serialize(seed).Trim('"'), StringComparison.OrdinalIgnoreCase);
}
