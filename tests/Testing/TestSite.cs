using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Shuren.Host.Web;

namespace Shuren.Testing;

/// <summary>The whole site on a free port, over a database with the small county; driven through HTTP as a browser would.</summary>
public sealed class TestSite : IAsyncDisposable
{
    private readonly WebApplication site;
    private readonly TestHouse house;

    private TestSite(WebApplication site, TestHouse house) => (this.site, this.house) = (site, house);

    /// <summary>Who and what is in the county.</summary>
    public SmallCounty County => house.County;

    /// <summary>What the site itself is made of.</summary>
    public IServiceProvider Services => site.Services;

    /// <summary>The clock that the site sees.</summary>
    public FixedClock Clock => house.Clock;

    /// <summary>The services behind the site, without its web.</summary>
    public TestHouse House => house;

    /// <summary>The district's address, with a slash at the end.</summary>
    public Uri Address => new(new Uri(site.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()), "/qinghe/");

    /// <summary>Every page and door that the site answers.</summary>
    public IReadOnlyList<RouteEndpoint> Endpoints => [.. site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()];

    /// <summary>Starts the site.</summary>
    /// <param name="database">Where its data lies.</param>
    /// <param name="add">Maps doors that only the test knows, such as one that breaks.</param>
    /// <param name="connection">What stands after the connection string, such as <c>;Command Timeout=1</c>.</param>
    /// <param name="log">Where the site writes its log.</param>
    /// <param name="api">How much its API takes; null is what it takes by itself.</param>
    public static async Task<TestSite> StartAsync(TestDatabase database, Action<WebApplication>? add = null, string connection = "", TextWriter? log = null, Host.Web.Api.ApiLimits? api = null)
    {
        var house = await TestHouse.WithCountyAsync(database);
        var county = house.County;
        var site = Site.Build(new SiteOptions(house.Location + connection, house.DataFolder, "http://127.0.0.1:0", house.Clock, log, api));
        add?.Invoke(site);
        await site.StartAsync();
        return new(site, house);
    }

    /// <summary>The log that the site writes to.</summary>
    public ILoggerFactory Logs => site.Services.GetRequiredService<ILoggerFactory>();

    /// <summary>A browser of its own, signed in.</summary>
    public async Task<TestBrowser> SignInAsync(string signInName)
    {
        var browser = Visitor();
        await browser.OpenAsync("sign-in");
        await browser.SubmitAsync(new() { ["Form.Name"] = signInName, ["Form.Password"] = SmallCounty.Password });
        return browser;
    }

    /// <summary>A browser that nobody has signed in with.</summary>
    public TestBrowser Visitor() => new(Address);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await site.StopAsync();
        await site.DisposeAsync();
        await house.DisposeAsync();
    }
}

/// <summary>Opens pages, fills forms, follows redirects; keeps its cookies.</summary>
public sealed class TestBrowser : IDisposable
{
    private readonly Uri address;
    private readonly CookieContainer cookies = new();
    private readonly HttpClient http;

    /// <summary>A browser at that address.</summary>
    public TestBrowser(Uri address)
    {
        this.address = address;
        // Long, for a machine that builds something beside the tests.
        http = new(new HttpClientHandler { CookieContainer = cookies }) { BaseAddress = address, Timeout = TimeSpan.FromMinutes(5) };
    }

    /// <summary>The cookies as a request header.</summary>
    public string CookieHeader => cookies.GetCookieHeader(address);

    /// <summary>The page at hand.</summary>
    public IHtmlDocument Page { get; private set; } = new HtmlParser().ParseDocument("");

    /// <summary>How the last request was answered.</summary>
    public HttpStatusCode Status { get; private set; }

    /// <summary>Where the last request ended, relative to the district.</summary>
    public string Path { get; private set; } = "";

    /// <summary>The words of the page's main part.</summary>
    public string Words => string.Join(' ', (Page.QuerySelector("main")?.TextContent ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <inheritdoc/>
    public void Dispose() => http.Dispose();

    /// <summary>Opens a page by its address relative to the district.</summary>
    public async Task<TestBrowser> OpenAsync(string path)
    {
        using var response = await http.GetAsync(new Uri(path, UriKind.Relative));
        await TakeAsync(response);
        return this;
    }

    /// <summary>Fetches a file.</summary>
    public async Task<byte[]> FetchAsync(string path)
    {
        using var response = await http.GetAsync(new Uri(path, UriKind.Relative));
        Status = response.StatusCode;
        return await response.Content.ReadAsByteArrayAsync();
    }

    /// <summary>Fills the form that holds all the named fields (or the one with that selector) and sends it as the browser would.</summary>
    public async Task<TestBrowser> SubmitAsync(Dictionary<string, string> fields, string? form = null, (string Field, string Name, byte[] Content)? file = null)
    {
        var found = Page.QuerySelectorAll(form ?? "form").OfType<IHtmlFormElement>().FirstOrDefault(candidate => fields.Keys.All(field => candidate.Elements.Any(element => element.GetAttribute("name") == field)))
            ?? throw new InvalidOperationException($"No form with {string.Join(", ", fields.Keys)} on {Path}: {Words}");
        var values = found.Elements.Where(IsSent).Select(element => KeyValuePair.Create(element.GetAttribute("name")!, ValueOf(element)))
            .Where(field => !fields.ContainsKey(field.Key)).Concat(fields).ToList();
        var target = new Uri(new Uri(address, Path), found.GetAttribute("action") is { Length: > 0 } action ? ResolveAction(action) : new Uri(address, Path).PathAndQuery);
        using var content = Content(values, file);
        using var response = string.Equals(found.Method, "post", StringComparison.OrdinalIgnoreCase)
            ? await http.PostAsync(target, content)
            : await http.GetAsync(new UriBuilder(target) { Query = await new FormUrlEncodedContent(values).ReadAsStringAsync() }.Uri);
        await TakeAsync(response);
        return this;
    }

    /// <summary>Sends a form several times at the same moment, as a double click or a trembling network does.</summary>
    /// <returns>Where each ended, and the page there.</returns>
    public async Task<IReadOnlyList<(string Path, IHtmlDocument Page)>> SubmitAtOnceAsync(IHtmlFormElement form, int times, Dictionary<string, string> fields)
    {
        var values = form.Elements.Where(IsSent).Select(element => KeyValuePair.Create(element.GetAttribute("name")!, ValueOf(element)))
            .Where(field => !fields.ContainsKey(field.Key)).Concat(fields).ToList();
        var target = new Uri(new Uri(address, Path), form.GetAttribute("action") is { Length: > 0 } action ? ResolveAction(action) : new Uri(address, Path).PathAndQuery);
        return await Task.WhenAll(Enumerable.Range(0, times).Select(async _ =>
        {
            using HttpContent content = form.GetAttribute("enctype") == "multipart/form-data" ? Parts(values) : new FormUrlEncodedContent(values);
            using var response = await http.PostAsync(target, content);
            return (PathOf(response), new HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync()));
        }));
    }

    /// <summary>The token that forms are sent with; every page has the form that signs out.</summary>
    public async Task<string> TokenAsync()
    {
        const string Field = "input[name=__RequestVerificationToken]";
        if (Page.QuerySelector(Field) is null)
            await OpenAsync("account");
        return ((IHtmlInputElement)Page.QuerySelector(Field)!).Value; // whoever is signed in has an account
    }

    /// <summary>Sends fields to an address of this site as a form would, without looking for the form on a page.</summary>
    public async Task PostAsync(Uri target, IEnumerable<KeyValuePair<string, string>> fields, bool asParts)
    {
        using HttpContent content = asParts ? Parts([.. fields]) : new FormUrlEncodedContent(fields);
        using var response = await http.PostAsync(target, content);
        await TakeAsync(response);
    }

    /// <summary>The fields of a form as the browser would send them.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> ValuesOf(IHtmlFormElement form) =>
        [.. form.Elements.Where(IsSent).Select(element => KeyValuePair.Create(element.GetAttribute("name")!, ValueOf(element)))]; // what is sent has a name

    private static MultipartFormDataContent Parts(List<KeyValuePair<string, string>> values)
    {
        var content = new MultipartFormDataContent();
        foreach (var (name, value) in values)
            content.Add(new StringContent(value), name);
        return content;
    }

    private string ResolveAction(string action) => action.StartsWith('/') ? action : new Uri(address, action).PathAndQuery;

    private static HttpContent Content(List<KeyValuePair<string, string>> values, (string Field, string Name, byte[] Content)? file)
    {
        if (file is not var (field, name, bytes))
            return new FormUrlEncodedContent(values);
        var content = new MultipartFormDataContent();
        foreach (var (key, value) in values.Where(value => value.Key != field))
            content.Add(new StringContent(value), key);
        content.Add(new ByteArrayContent(bytes), field, name);
        return content;
    }

    private static bool IsSent(AngleSharp.Dom.IElement element) => element.GetAttribute("name") is { Length: > 0 } && element switch
    {
        IHtmlInputElement { Type: "checkbox" or "radio" } box => box.IsChecked,
        IHtmlInputElement { Type: "submit" or "file" } or IHtmlButtonElement => false,
        _ => true,
    };

    private static string ValueOf(AngleSharp.Dom.IElement element) => element switch
    {
        IHtmlInputElement input => input.Value,
        IHtmlSelectElement select => select.Value ?? "",
        IHtmlTextAreaElement area => area.Value,
        _ => "",
    };

    private string PathOf(HttpResponseMessage response)
    {
        var ended = response.RequestMessage!.RequestUri!.PathAndQuery; // every answer knows what it answers
        return ended.StartsWith(address.AbsolutePath, StringComparison.Ordinal) ? ended[address.AbsolutePath.Length..] : ended;
    }

    private async Task TakeAsync(HttpResponseMessage response)
    {
        Status = response.StatusCode;
        Path = PathOf(response);
        Page = new HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync());
    }
}
