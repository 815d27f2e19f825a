using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Shuren.Host;
using Shuren.Host.Web;
using Shuren.Platform.Rights;
using Shuren.Testing;

namespace Shuren.Architecture.Tests;

/// <summary>Every page and door says who may; every page works under the strict policy.</summary>
public partial class PagesTests
{
    /// <summary>What anybody may see, each with its reason.</summary>
    private static readonly Dictionary<string, string> Public = new()
    {
        ["/sign-in"] = "the way in",
        ["/sign-in/second"] = "the second step of the way in: needs the first",
        ["/sign-in/forgotten"] = "the way back in",
        ["/sign-in/recover"] = "a new password by a link that was mailed: the link is the key",
        ["/account/language"] = "the language of the screen",
        ["/not-found"] = "an answer to a wrong address",
        ["/answer/{Code:int}"] = "an answer to a request that cannot be answered",
        ["/no-right"] = "an answer to a missing right",
        ["/broken"] = "an answer to a fault",
        ["/_framework/opaque-redirect"] = "the framework's own redirect after a form",
        ["/health/live"] = "a supervisor asks whether the process answers",
        ["/health/ready"] = "a proxy asks whether the database answers",
        ["/metrics"] = "figures without content, for the machine itself or with a token",
        ["/districts"] = "the names of the districts",
        ["/_content/Shuren.Ui/{**path}"] = "styles, icons, scripts",
        ["/public"] = "what the bureau publishes",
        ["/public/{Id:guid}"] = "what the bureau publishes",
        ["/api/openapi.json"] = "what the API is, without data",
        ["/public/{plan:guid}/progress.xlsx"] = "what the bureau publishes, as a workbook",
        ["/planning/feeds/{secret}.ics"] = "found only by a secret",
    };

    /// <summary>What everybody who is signed in may see.</summary>
    private static readonly string[] SignedIn = ["/account/password", "/menu"];

    [Fact]
    public void Every_page_and_door_names_its_right_or_is_public_on_purpose()
    {
        using var site = Site.Build(new SiteOptions(TemporaryFolders.New("list"), TemporaryFolders.New("list"), "http://127.0.0.1:0"));

        var open = ((Microsoft.AspNetCore.Routing.IEndpointRouteBuilder)site).DataSources.SelectMany(source => source.Endpoints).OfType<Microsoft.AspNetCore.Routing.RouteEndpoint>()
            .Where(endpoint => !NamesRight(endpoint)).Select(endpoint => "/" + endpoint.RoutePattern.RawText!.TrimStart('/')).Where(route => !Public.ContainsKey(route) && !SignedIn.Contains(route));

        Assert.Empty(open.Distinct());
    }

    [Fact]
    public void A_page_reads_its_data_before_it_is_drawn()
    {
        var early = Repository.Files("src", "*.razor").Where(file => File.ReadAllText(file) is var page && page.Contains("\n@page ", StringComparison.Ordinal) && page.Contains("OnInitializedAsync", StringComparison.Ordinal)).Select(Repository.Relative);

        Assert.Empty(early);
    }

    [Fact]
    public void No_link_is_a_bare_fragment_and_no_style_stands_in_a_page()
    {
        var wrong = Repository.Files("src", "*.razor").SelectMany(file => File.ReadLines(file).Where(line => Forbidden().IsMatch(line)).Select(line => $"{Repository.Relative(file)}: {line.Trim()}"));

        Assert.Empty(wrong);
    }

    [Fact]
    public void Names_that_say_nothing_are_not_used()
    {
        var empty = Repository.Files("src", "*.cs").Concat(Repository.Files("tests", "*.cs")).Select(Repository.Relative).Where(path => EmptyName().IsMatch(path));

        Assert.Empty(empty);
    }

    private static bool NamesRight(Microsoft.AspNetCore.Http.Endpoint endpoint) =>
        endpoint.Metadata.OfType<IAuthorizeData>().Any(data => data.Policy?.StartsWith(NeedsAttribute.Prefix, StringComparison.Ordinal) == true);

    [GeneratedRegex("""href="#|\sstyle="|<style|\son[a-z]+="[a-z]""")]
    private static partial Regex Forbidden();

    [GeneratedRegex("(^|/)[A-Za-z]*(Common|Helper|Helpers|Manager|Util|Utils|Misc)[A-Z./][^/]*$")]
    private static partial Regex EmptyName();
}
