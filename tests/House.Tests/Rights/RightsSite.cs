using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Shuren.Browser.Tests.EveryPage;
using Shuren.Organization;
using Shuren.Platform.Doors;
using Shuren.Platform.Rights;
using Shuren.Testing;

namespace Shuren.House.Tests.Rights;

/// <summary>One site with the small county for all tests of rights; somebody of every role is signed in.</summary>
public sealed partial class RightsSite : IAsyncLifetime
{
    private readonly TestDatabase database = TestDatabase.Sqlite;
    private readonly IReadOnlyList<string> people = Roles.All;

    /// <summary>On SQLite with somebody of every role.</summary>
    public RightsSite()
    {
    }

    internal RightsSite(TestDatabase database, IReadOnlyList<string> people) => (this.database, this.people) = (database, people);

    /// <summary>The column of somebody who is not signed in.</summary>
    public const string Visitor = "visitor";

    private static readonly Dictionary<string, string> SignInNames = new()
    {
        [Roles.SectionChief] = "chief-basic", [Roles.SectionStaff] = "staff-basic",
        [Roles.SystemAdmin] = "system", [Roles.SecurityAdmin] = "security", [Roles.AuditAdmin] = "audit",
    };

    private static readonly string[] OfSchool = [Roles.Principal, Roles.SchoolStaff, Roles.Teacher, Roles.Parent];

    private readonly HttpClient http = new(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { Timeout = TimeSpan.FromMinutes(2) };
    private readonly Dictionary<string, string> cookies = [];
    private readonly Dictionary<string, string> tokens = [];
    private SampleIds ids = null!;

    /// <summary>Every column of the table.</summary>
    public static IReadOnlyList<string> Columns { get; } = [Visitor, .. Roles.All];

    internal TestSite Site { get; private set; } = null!;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        Site = await TestSite.StartAsync(database, api: new(Requests: 1_000_000, Failures: 1_000_000));
        ids = await SampleIds.OfAsync(Site);
        cookies[Visitor] = tokens[Visitor] = "";
        foreach (var role in people)
        {
            using var browser = await Site.SignInAsync(SignInNameOf(role));
            cookies[role] = browser.CookieHeader;
            // Who may not make a token comes with the cookie, which the API does not know.
            tokens[role] = MayHaveTokens(role) ? await ApiCaller.TokenAsync(Site, SignInNameOf(role)) : "";
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        http.Dispose();
        return Site.DisposeAsync();
    }

    private static bool MayHaveTokens(string role) => new OrganizationModule().Rights.Single(grant => grant.Right == OrganizationRights.UseTokens).Roles.Contains(role);

    internal static string SignInNameOf(string role) => SignInNames.GetValueOrDefault(role, role);

    /// <summary>Method and route of every page and door but those that serve the product's own files.</summary>
    internal IReadOnlyList<(string Method, string Route)> Routes =>
    [
        .. Site.Endpoints.Where(endpoint => endpoint.RoutePattern.RawText is { } raw && !raw.Contains("_framework", StringComparison.Ordinal) && !raw.Contains("_content", StringComparison.Ordinal))
            .SelectMany(endpoint => MethodsOf(endpoint).Select(method => (method, "/" + endpoint.RoutePattern.RawText!.TrimStart('/'))))
            .Distinct().OrderBy(route => route.Item2, StringComparer.Ordinal).ThenBy(route => route.method, StringComparer.Ordinal),
    ];

    /// <summary>The routes of the pages, which take posts as well.</summary>
    internal IEnumerable<string> Pages => Site.Endpoints.Where(IsPage).Select(endpoint => "/" + endpoint.RoutePattern.RawText!.TrimStart('/')).Distinct().Order(StringComparer.Ordinal);

    /// <summary>Whether things of one's own unit and of another can stand in the route.</summary>
    internal static bool HasUnits(string route) => Parameter().Matches(route).Any(found => Own(found.Groups["before"].Value) is not null);

    /// <summary>The address for a role: with a thing of its own unit or of another.</summary>
    internal string Address(string route, string role, bool own)
    {
        var filled = Parameter().Replace(route, found => Own(found.Groups["before"].Value) is { } choose ? $"{found.Groups["before"].Value}/{choose(Site.County, role, own):N}" : found.Value);
        try
        {
            return ids.Fill(filled);
        }
        catch (InvalidOperationException)
        {
            // Nothing of that kind is in the county: an id that names nothing.
            return Hole().Replace(filled.TrimStart('/'), _ => Guid.CreateVersion7().ToString("N"));
        }
    }

    /// <summary>Sends a request with somebody's cookies and gives the answer in the table's words.</summary>
    internal async Task<string> AskAsync(string method, string address, string role) => await AskAsync(method, new Uri(Site.Address, address), cookies[role], null, tokens[role]);

    internal async Task<string> AskAsync(string method, Uri address, string cookie, HttpContent? content = null, string token = "")
    {
        using var response = await SendAsync(method, address, cookie, content, token);
        return WordOf(response);
    }

    internal async Task<string> ReadAsync(string address, string role)
    {
        using var response = await SendAsync("GET", new Uri(Site.Address, address), cookies[role], null);
        return WordOf(response) == "200" ? await response.Content.ReadAsStringAsync() : "";
    }

    /// <summary>The answer and the words of the page's main part.</summary>
    internal async Task<(string Answer, string Words)> LookAsync(Uri address, string cookie)
    {
        using var response = await SendAsync("GET", address, cookie, null);
        var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync());
        return (WordOf(response), page.QuerySelector("main")?.TextContent.Trim() ?? "");
    }

    /// <summary>The address with ids that nothing has.</summary>
    internal static string AddressOfNothing(string route) => Hole().Replace(route.TrimStart('/'), _ => Guid.CreateVersion7().ToString("N"));

    internal string CookieOf(string role) => cookies[role];

    internal string TokenOf(string role) => tokens[role];

    private async Task<HttpResponseMessage> SendAsync(string method, Uri address, string cookie, HttpContent? content, string token = "")
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), address);
        if (cookie.Length > 0)
            request.Headers.Add("Cookie", cookie);
        if (address.AbsolutePath.Contains(ApiDoors.Prefix, StringComparison.Ordinal))
        {
            if (token.Length > 0)
                request.Headers.Authorization = new("Bearer", token);
            // A key that is none: who may is answered 400 before anything is done.
            request.Headers.TryAddWithoutValidation("Idempotency-Key", "no key");
        }
        if (method != "GET")
            request.Content = content ?? EmptyFor(address.AbsolutePath);
        return await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }

    // What the door takes, without anything in it.
    private static HttpContent EmptyFor(string path) => !path.Contains(ApiDoors.Prefix, StringComparison.Ordinal) ? new FormUrlEncodedContent([])
        : path.EndsWith("/file", StringComparison.Ordinal) ? new MultipartFormDataContent { { new StringContent(""), "kind" } }
        : new StringContent("{}", System.Text.Encoding.UTF8, "application/json");

    /// <summary>The status; <c>in</c> for who is led to the sign-in.</summary>
    private static string WordOf(HttpResponseMessage response)
    {
        var status = (int)response.StatusCode;
        if (response.StatusCode is not (HttpStatusCode.Found or HttpStatusCode.SeeOther) || response.Headers.Location?.ToString() is not { } to)
            return $"{status}";
        if (to.Contains("/no-right", StringComparison.Ordinal))
            return "403";
        return to.Contains("/sign-in", StringComparison.Ordinal) ? "in" : $"{status}";
    }

    private static IEnumerable<string> MethodsOf(RouteEndpoint endpoint) =>
        IsPage(endpoint)
            ? ["GET"]
            : endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"];

    private static bool IsPage(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<Microsoft.AspNetCore.Components.Endpoints.ComponentTypeMetadata>() is not null;

    /// <summary>Which thing stands for one's own unit or another's, by what stands before it in the address.</summary>
    private static Func<SmallCounty, string, bool, Guid>? Own(string before) => before.TrimStart('/') switch
    {
        "planning/tasks" or "api/v1/tasks" => (county, role, own) => county.Tasks.Single(task => task.Number == (own == OfSchool.Contains(role) ? "3.1" : own ? "2.1" : "3.3")).Id,
        "planning/units" or "organization/units" or "api/v1/units" => (county, role, own) => county.UnitId(own ? (OfSchool.Contains(role) ? "青禾县实验小学" : "基础教育科") : OfSchool.Contains(role) ? "滨河实验学校" : "安全科"),
        "organization/accounts" or "api/v1/accounts" => (county, role, own) => county.AccountId(own ? (OfSchool.Contains(role) ? "teacher" : "staff-basic") : OfSchool.Contains(role) ? "staff-basic" : "chief-safety"),
        "schools" => (county, _, own) => county.UnitId(own ? "青禾县实验小学" : "滨河实验学校"),
        _ => null,
    };

    [GeneratedRegex(@"(?<before>[a-z0-9/-]+)/\{[^}]+\}")]
    private static partial Regex Parameter();

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Hole();
}
