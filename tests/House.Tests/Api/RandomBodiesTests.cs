using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Routing;
using Shuren.Browser.Tests.EveryPage;
using Shuren.Testing;

namespace Shuren.House.Tests.Api;

/// <summary>Whatever a program sends, it is answered in words: no body makes a door break.</summary>
public class RandomBodiesTests
{
    /// <summary>So many bodies each door gets.</summary>
    private const int Bodies = 15;

    private static readonly string[] Texts = ["", " ", "a", "own", "reminder", "2026-04-17", "9999-12-31", "0001-01-01", "\u0000", "💣", "\ud800", "😀\n\r\t", "../..", "<script>", "null", "1e999", new('长', 5000), "{0}{1}{99}"];

    [Fact]
    public async Task No_body_makes_a_door_of_the_api_break()
    {
        using var log = new StringWriter();
        await using var site = await TestSite.StartAsync(TestDatabase.Sqlite, log: log, api: new(1_000_000));
        var ids = await SampleIds.OfAsync(site);
        using var office = await ApiCaller.OfAsync(site, "office");
        var seed = 20261128;
        var chance = new Random(seed);

        var (problems, answered) = (new List<string>(), new Dictionary<int, int>());
        foreach (var (method, address) in DoorsOf(site, ids))
        {
            for (var time = 0; time < Bodies; time++)
            {
                var body = Body(chance, FieldsOf(address));
                var answer = await office.SendAsync(method, address, new StringContent(body, Encoding.UTF8, "application/json"), ("If-Match", "\"0.0\""), ("Idempotency-Key", $"k{chance.Next(50)}"));
                answered[answer.Status] = answered.GetValueOrDefault(answer.Status) + 1;
                if (answer.Status >= 500)
                    problems.Add($"{method} {address} {answer.Status} for {body[..Math.Min(body.Length, 200)]}");
            }
        }

        Assert.True(problems.Count == 0, $"seed {seed}\n" + string.Join('\n', problems.Take(20)) + "\n" + log.ToString()[..Math.Min(4000, log.ToString().Length)]);
        Assert.True(answered.Keys.Intersect([400, 422]).Count() == 2, "Bodies of both kinds were meant: unreadable ones and ones to mend.");
    }

    private static IEnumerable<(string Method, string Address)> DoorsOf(TestSite site, SampleIds ids) =>
        from door in site.Endpoints
        let route = door.RoutePattern.RawText!
        where route.StartsWith("/api/v1", StringComparison.Ordinal)
        from method in door.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods // a door has methods
        where method is not "GET"
        select (method, new Uri(site.Address, System.Text.RegularExpressions.Regex.Replace(ids.Has(route) ? ids.Fill(route) : route.TrimStart('/'), @"\{[^}]+\}", Guid.CreateVersion7().ToString("N"))).ToString());

    // The names that the doors know, so that bodies get past the first look.
    private static string[] FieldsOf(string address) => address.Split('/')[^1] switch
    {
        "reports" => ["percent", "words", "unit", "on", "milestone", "links", "values"],
        "milestones" => ["items"],
        "dispatch" => ["rung", "reason", "answerBy", "documentTitle", "documentNumber", "skipReason"],
        "word" => ["accepted", "remark"],
        "answer" => ["answer"],
        "verdict" => ["broughtResult"],
        "plans" => ["text", "kind", "part"],
        _ => ["x"],
    };

    private static string Body(Random chance, string[] fields)
    {
        if (chance.Next(8) == 0)
            return Value(chance, 2);
        var chosen = fields.Where(_ => chance.Next(4) > 0).Select(field => $"\"{field}\":{(field == "items" ? Items(chance) : Value(chance, 2))}");
        var text = "{" + string.Join(',', chosen) + "}";
        return chance.Next(12) == 0 ? text[..chance.Next(text.Length)] : text;
    }

    private static string Items(Random chance) => "[" + string.Join(',', Enumerable.Range(0, chance.Next(3)).Select(_ => $"{{\"dueOn\":{Value(chance, 0)},\"title\":{Value(chance, 0)}}}")) + "]";

    private static string Value(Random chance, int depth) => chance.Next(depth > 0 ? 9 : 7) switch
    {
        0 => "null",
        1 => chance.Next(2) == 0 ? "true" : "false",
        2 => $"{chance.Next(-5, 120)}",
        3 => (string[])["1e308", "-1e308", "99999999999999999999", "0.5", "-0"] is var odd ? odd[chance.Next(odd.Length)] : "",
        4 => $"\"{Guid.CreateVersion7()}\"",
        5 or 6 => Written(Texts[chance.Next(Texts.Length)]),
        7 => "[" + string.Join(',', Enumerable.Range(0, chance.Next(4)).Select(_ => Value(chance, depth - 1))) + "]",
        _ => "{" + string.Join(',', Enumerable.Range(0, chance.Next(3)).Select(at => $"\"{(chance.Next(2) == 0 ? $"k{at}" : Guid.CreateVersion7().ToString())}\":{Value(chance, depth - 1)}")) + "}",
    };

    // Half a surrogate pair has no JSON of its own: as an escape it gets through to the door.
    private static string Written(string text) => text == "\ud800" ? "\"\\ud800\"" : JsonSerializer.Serialize(text);
}
