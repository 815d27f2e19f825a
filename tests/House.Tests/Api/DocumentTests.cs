using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;
using Shuren.Browser.Tests;
using Shuren.Platform.Rights;
using Shuren.Testing;

namespace Shuren.House.Tests.Api;

/// <summary>The API's document: valid, whole, and the one that docs/contracts holds and the generated client was made from.</summary>
public sealed partial class DocumentTests
{
    private const string WriteAnew = "SHUREN_WRITE_API";

    private static string Place => Path.Combine(Repository.Root, "docs", "contracts", "openapi.json");

    [Fact]
    public async Task The_document_is_valid_OpenAPI_by_a_reader_that_did_not_write_it()
    {
        await using var site = await TestSite.StartAsync(TestDatabase.Sqlite);

        var read = OpenApiDocument.Parse(await ReadAsync(site), "json");

        Assert.Equal(OpenApiSpecVersion.OpenApi3_1, read.Diagnostic!.SpecificationVersion); // a document was read
        Assert.Empty(read.Diagnostic.Errors);
        Assert.Empty(read.Document!.Validate(ValidationRuleSet.GetDefaultRuleSet()));
    }

    [Fact]
    public async Task Every_door_of_the_api_stands_in_the_document_with_a_right_a_name_and_a_sentence()
    {
        await using var site = await TestSite.StartAsync(TestDatabase.Sqlite);
        var paths = JsonNode.Parse(await ReadAsync(site))!["paths"]!.AsObject(); // valid, says the other test

        var doors = site.Endpoints.Where(door => door.RoutePattern.RawText!.StartsWith("/api/v1", StringComparison.Ordinal)).ToList(); // every route has a text
        var problems = new List<string>();
        foreach (var door in doors)
        {
            var method = door.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Single(); // a door has one method
            var operation = paths[Kind().Replace(door.RoutePattern.RawText!, "}").TrimEnd('/')]?[method.ToLowerInvariant()];
            var right = door.Metadata.GetMetadata<IAuthorizeData>()?.Policy;
            if (right?.StartsWith(NeedsAttribute.Prefix, StringComparison.Ordinal) != true)
                problems.Add($"{method} {door.RoutePattern.RawText} names no right");
            if (operation?["operationId"] is null || operation["summary"] is null || operation["description"]?.GetValue<string>().Contains(right![NeedsAttribute.Prefix.Length..], StringComparison.Ordinal) != true)
                problems.Add($"{method} {door.RoutePattern.RawText} is not in the document, or without name, sentence or right");
        }

        Assert.True(problems.Count == 0, string.Join('\n', problems));
        Assert.Equal(doors.Count, paths.Sum(path => path.Value!.AsObject().Count)); // an object of operations
        Assert.True(doors.Count >= 30, $"Only {doors.Count} doors.");
    }

    [Fact]
    public async Task The_document_in_docs_contracts_is_the_one_that_the_house_serves()
    {
        await using var site = await TestSite.StartAsync(TestDatabase.Sqlite);
        var served = await ReadAsync(site);

        if (Environment.GetEnvironmentVariable(WriteAnew) is { Length: > 0 })
            await File.WriteAllTextAsync(Place, served + "\n", TestContext.Current.CancellationToken);

        var kept = await File.ReadAllTextAsync(Place, TestContext.Current.CancellationToken);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(kept), JsonNode.Parse(served)), "./dev api writes docs/contracts/openapi.json and the client anew: read the difference before you commit it.");
    }

    private static async Task<string> ReadAsync(TestSite site)
    {
        using var stranger = ApiCaller.With(site.Address, "");
        var answer = await stranger.GetAsync("../openapi.json");
        Assert.Equal(200, answer.Status);
        return answer.Text;
    }

    [GeneratedRegex(":[a-z]+}")]
    private static partial Regex Kind();
}
