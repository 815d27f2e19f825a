using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Shuren.Organization.AccessTokens;

namespace Shuren.Testing;

/// <summary>A program that uses the API of a site with a token of somebody.</summary>
public sealed class ApiCaller : IDisposable
{
    private readonly HttpClient http;

    private ApiCaller(Uri district, string token)
    {
        Token = token;
        http = new(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new(district, "api/v1/"), Timeout = TimeSpan.FromMinutes(2) };
        http.DefaultRequestHeaders.Authorization = token.Length == 0 ? null : new AuthenticationHeaderValue("Bearer", token);
    }

    /// <summary>The secret that it sends.</summary>
    public string Token { get; }

    /// <summary>The client with the token, for whoever drives it.</summary>
    public HttpClient Http => http;

    /// <summary>A caller with a token of that person.</summary>
    /// <param name="site">The site.</param>
    /// <param name="person">The sign-in name.</param>
    /// <param name="scopes">What the token covers; everything where nothing is said.</param>
    public static async Task<ApiCaller> OfAsync(TestSite site, string person, params string[] scopes)
    {
        ArgumentNullException.ThrowIfNull(site);
        return new(site.Address, await TokenAsync(site, person, scopes));
    }

    /// <summary>A caller with whatever stands for a token; empty sends none.</summary>
    public static ApiCaller With(Uri district, string token) => new(district, token);

    /// <summary>A token of that person, as the page would give it.</summary>
    public static async Task<string> TokenAsync(TestSite site, string person, params string[] scopes)
    {
        ArgumentNullException.ThrowIfNull(site);
        await using var scope = await site.House.EnterAsAsync(site.County.AccountId(person));
        var actor = scope.ServiceProvider.GetRequiredService<Platform.Rights.Actor>();
        string[] asked = scopes is { Length: > 0 } ? scopes : [.. Scopes.RoomsOf(actor, Host.House.Modules).Select(room => room + ":write")];
        var outcome = await scope.ServiceProvider.GetRequiredService<CreateToken>().RunAsync("test", asked, DateOnly.FromDateTime(site.Clock.Now.LocalDateTime).AddDays(90), CancellationToken.None);
        return outcome.Succeeded ? outcome.Value : throw new InvalidOperationException(outcome.Refusals[0].Code);
    }

    /// <summary>Asks; the answer's body is read.</summary>
    public Task<ApiAnswer> GetAsync(string address, params (string Name, string Value)[] headers) => SendAsync("GET", address, null, headers);

    /// <summary>Sends JSON.</summary>
    public Task<ApiAnswer> SendAsync(string method, string address, object? body, params (string Name, string Value)[] headers) =>
        SendAsync(method, address, body switch { null => null, string text => new StringContent(text, Encoding.UTF8, "application/json"), _ => JsonContent.Create(body) }, headers);

    /// <summary>Sends any content.</summary>
    public async Task<ApiAnswer> SendAsync(string method, string address, HttpContent? content, params (string Name, string Value)[] headers)
    {
        ArgumentNullException.ThrowIfNull(headers);
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(address, UriKind.RelativeOrAbsolute)) { Content = content };
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        using var response = await http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        return new((int)response.StatusCode, text, response.Headers.Concat(response.Content.Headers).ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase));
    }

    /// <inheritdoc/>
    public void Dispose() => http.Dispose();
}

/// <summary>What the API answered.</summary>
/// <param name="Status">The status.</param>
/// <param name="Text">The body.</param>
/// <param name="Headers">All headers.</param>
public sealed record ApiAnswer(int Status, string Text, IReadOnlyDictionary<string, string> Headers)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Status} {Text}";

    /// <summary>The body as JSON.</summary>
    public JsonNode Json => JsonNode.Parse(Text)!; // a test that asks for it expects one

    /// <summary>The tag of what was read.</summary>
    public string ETag => Headers["ETag"];

    /// <summary>The codes of a problem's refusals.</summary>
    public string Codes => string.Join(' ', Json["refusals"]!.AsArray().Select(refusal => refusal!["code"]!.GetValue<string>()));
}
