using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Shuren.Kernel;
using Shuren.Platform.Districts;

namespace Shuren.Platform.Notices;

/// <summary>
/// Posts a notice as JSON to a person's webhook, signed so that the receiver knows who sent it and when. It goes only to hosts that the
/// operator has named, over TLS, never into a private network (unless told so), and follows no redirect.
/// </summary>
public sealed class WebhookSender : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly NoticeOptions options;
    private readonly RefusalWords words;
    private readonly TimeProvider time;
    private readonly HttpClient http;

    public WebhookSender(NoticeOptions options, RefusalWords words, TimeProvider time)
    {
        (this.options, this.words, this.time) = (options, words, time);
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false, UseCookies = false, ConnectCallback = ConnectAsync, MaxResponseHeadersLength = 16, PooledConnectionLifetime = TimeSpan.FromMinutes(1) };
        http = new HttpClient(handler) { Timeout = Patience, MaxResponseContentBufferSize = 64 * 1024 };
    }

    /// <summary>Why an address is not taken, or null: <c>WebhookOff</c>, <c>WebhookForm</c>, <c>WebhookHost</c>.</summary>
    public Refusal? RefusalOf(string address)
    {
        if (!options.HasWebhooks)
            return new("WebhookOff", "webhook");
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.UserInfo != "" || !(uri.Scheme == "https" || uri.Scheme == "http" && options.WebhookInside))
            return new("WebhookForm", "webhook");
        return options.WebhookHosts.Any(host => string.Equals(host, uri.Authority, StringComparison.OrdinalIgnoreCase) || string.Equals(host, uri.IdnHost, StringComparison.OrdinalIgnoreCase) && uri.IsDefaultPort)
            ? null
            : new("WebhookHost", "webhook", uri.Authority, string.Join(", ", options.WebhookHosts));
    }

    /// <summary>The key with which that person's notices are signed; made from the operator's secret, kept nowhere.</summary>
    public string KeyOf(string district, Guid account, int number) => Convert.ToHexStringLower(HMACSHA256.HashData(
        Encoding.UTF8.GetBytes(options.WebhookSecret ?? throw new InvalidOperationException("Webhooks are switched off.")), Encoding.UTF8.GetBytes($"webhook/{district}/{account:N}/{number}")));

    /// <summary>What stands in <c>X-Shuren-Signature</c>: <c>sha256=</c> and the HMAC of <c>timestamp.body</c>.</summary>
    public static string Signature(string key, string timestamp, string body) =>
        "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes($"{timestamp}.{body}")));

    /// <summary>Sends one notice.</summary>
    /// <returns>Done, or what stands at <see cref="RefusalOf"/>, or <c>WebhookRefused</c> with the answer's code (4xx and redirects).</returns>
    /// <exception cref="HttpRequestException">The other side is away or broken (5xx): worth another attempt.</exception>
    internal async Task<Outcome<Done>> SendAsync(Guid id, NoticeSettings wishes, Notice notice, CurrentDistrict district, CancellationToken ct)
    {
        if (wishes.Webhook is not { } address)
            return new Refusal("WebhookOff");
        if (RefusalOf(address) is { } refusal)
            return refusal;
        var said = Postman.InLanguage(wishes.Language, () => new WebhookNotice(id, district.Code, notice.Kind, Said(notice.Title), Said(notice.Why), Whole(district, notice.Href), notice.At));
        var body = JsonSerializer.Serialize(said, WebhookJson.Default.WebhookNotice);
        var timestamp = time.GetUtcNow().ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture);
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new StringContent(body, Encoding.UTF8, new MediaTypeHeaderValue("application/json")) };
        request.Headers.Add("X-Shuren-Id", id.ToString("D"));
        request.Headers.Add("X-Shuren-Timestamp", timestamp);
        request.Headers.Add("X-Shuren-Signature", Signature(KeyOf(district.Code, wishes.AccountId, wishes.WebhookKey), timestamp, body));
        using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, ct);
        if ((int)answer.StatusCode >= 500 || answer.StatusCode is System.Net.HttpStatusCode.TooManyRequests or System.Net.HttpStatusCode.RequestTimeout)
            throw new HttpRequestException($"{new Uri(address).Host}: {(int)answer.StatusCode}");
        return answer.IsSuccessStatusCode ? new Done() : new Refusal("WebhookRefused", "", (int)answer.StatusCode);
    }

    public void Dispose() => http.Dispose();

    /// <summary>Connects to an address that was looked at, not to a name that could lead elsewhere a moment later.</summary>
    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken ct)
    {
        var found = await System.Net.Dns.GetHostAddressesAsync(context.DnsEndPoint.Host, ct);
        var allowed = found.Where(address => options.WebhookInside || PublicAddress.IsPublic(address)).ToArray();
        if (allowed.Length == 0)
            throw new HttpRequestException($"{context.DnsEndPoint.Host} leads into a private network.");
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, context.DnsEndPoint.Port, ct);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private string Said(string kept) => Sentence.Parse(kept)?.In(words) ?? "";

    private string Whole(CurrentDistrict district, string href) => options.PublicAddress is { } address ? new Uri(address, $"{district.Code}/{href}").ToString() : href;
}

/// <summary>What a webhook is told.</summary>
internal sealed record WebhookNotice(Guid Id, string District, string Kind, string Title, string Why, string Href, DateTime At);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(WebhookNotice))]
internal sealed partial class WebhookJson : JsonSerializerContext;
