using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shuren.Planning;
using Shuren.Platform.Data;
using Shuren.Platform.Files;
using Shuren.Rooms.Tests.Platform.Files;
using Shuren.Testing;

namespace Shuren.Rooms.Tests.Planning.ViewTask;

/// <summary>A file on its way in and out of the house, over HTTP.</summary>
public class EvidenceDoorTests
{
    private static readonly CancellationToken Ct = CancellationToken.None;

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task A_picture_comes_in_with_its_place_and_goes_out_without_it_whole_or_in_parts(TestDatabase database)
    {
        await using var site = await TestSite.StartAsync(database);
        await site.House.PublishAsync(site.County.Plan.Id);
        using var chief = await site.SignInAsync("chief-basic");
        await chief.OpenAsync(PlanningLinks.TaskAct(TaskOf(site), "report"));
        await chief.SubmitAsync(new() { ["Form.Percent"] = "40", ["Form.Words"] = "主体完工。" }, file: ("files", "现场 “一”.jpg", SamplePictures.WithPlace("plain.jpg")));
        var file = await FileAsync(site);
        using var http = new HttpClient(new HttpClientHandler { UseCookies = false }) { BaseAddress = site.Address };
        http.DefaultRequestHeaders.Add("Cookie", chief.CookieHeader);
        var address = new Uri(PlanningLinks.Evidence(TaskOf(site), file.Id), UriKind.Relative);

        using var whole = await http.GetAsync(address, Ct);
        var bytes = await whole.Content.ReadAsByteArrayAsync(Ct);

        Assert.DoesNotContain("GPS", SamplePictures.Tags("out.jpg", bytes), StringComparison.Ordinal);
        Assert.Equal(("image/jpeg", file.Size, "\"" + file.Hash + "\""), (whole.Content.Headers.ContentType!.MediaType, bytes.Length, whole.Headers.ETag!.Tag));
        Assert.Equal(("attachment", "现场 “一”.jpg"), (whole.Content.Headers.ContentDisposition!.DispositionType, whole.Content.Headers.ContentDisposition.FileNameStar));
        Assert.Equal("nosniff", Assert.Single(whole.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("sandbox; default-src 'none'", Assert.Single(whole.Headers.GetValues("Content-Security-Policy")));
        Assert.Equal((HttpStatusCode.PartialContent, $"bytes 10-19/{bytes.Length}", Convert.ToHexString(bytes[10..20])), await PartAsync(http, address, "bytes=10-19"));
        Assert.Equal((HttpStatusCode.PartialContent, $"bytes {bytes.Length - 5}-{bytes.Length - 1}/{bytes.Length}", Convert.ToHexString(bytes[^5..])), await PartAsync(http, address, "bytes=-5"));
        Assert.Equal(HttpStatusCode.RequestedRangeNotSatisfiable, (await PartAsync(http, address, $"bytes={bytes.Length}-")).Status);
        Assert.Equal(HttpStatusCode.NotModified, (await PartAsync(http, address, null, whole.Headers.ETag)).Status);
    }

    [Fact]
    public async Task A_file_that_is_not_taken_is_refused_at_its_field_and_an_upload_that_breaks_off_leaves_nothing()
    {
        await using var site = await TestSite.StartAsync(TestDatabase.Sqlite);
        await site.House.PublishAsync(site.County.Plan.Id);
        using var chief = await site.SignInAsync("chief-basic");
        await chief.OpenAsync(PlanningLinks.TaskAct(TaskOf(site), "report"));

        await chief.SubmitAsync(new() { ["Form.Percent"] = "40", ["Form.Words"] = "主体完工。" }, file: ("files", "照片.jpg", "MZ this is a program"u8.ToArray()));

        Assert.Contains("“照片.jpg”是程序或脚本", chief.Words, StringComparison.Ordinal);
        await BreakOffAsync(site, chief, PlanningLinks.TaskAct(TaskOf(site), "report"));
        Assert.Empty(Directory.GetFiles(site.House.DataFolder, "*", SearchOption.AllDirectories).Where(path => path.Contains("/files/", StringComparison.Ordinal)));
        await using var scope = site.House.Enter();
        Assert.False(await scope.ServiceProvider.GetRequiredService<ShurenDb>().Set<StoredFile>().AnyAsync(Ct));
    }

    private static Guid TaskOf(TestSite site) => site.County.Tasks.Single(task => task.Number == "2.1").Id;

    private static async Task<StoredFile> FileAsync(TestSite site)
    {
        await using var scope = site.House.Enter();
        return await scope.ServiceProvider.GetRequiredService<ShurenDb>().Set<StoredFile>().AsNoTracking().SingleAsync(Ct);
    }

    private static async Task<(HttpStatusCode Status, string? Range, string Bytes)> PartAsync(HttpClient http, Uri address, string? range, EntityTagHeaderValue? known = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (range is not null)
            request.Headers.Add("Range", range);
        if (known is not null)
            request.Headers.IfNoneMatch.Add(known);
        using var answer = await http.SendAsync(request, Ct);
        return (answer.StatusCode, answer.Content.Headers.ContentRange?.ToString(), Convert.ToHexString(await answer.Content.ReadAsByteArrayAsync(Ct)));
    }

    /// <summary>Says that a megabyte will come, sends a part of it and hangs up.</summary>
    private static async Task BreakOffAsync(TestSite site, TestBrowser browser, string path)
    {
        var token = browser.Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value");
        var start = $"--cut\r\nContent-Disposition: form-data; name=\"_handler\"\r\n\r\nreport\r\n--cut\r\nContent-Disposition: form-data; name=\"__RequestVerificationToken\"\r\n\r\n{token}\r\n"
            + $"--cut\r\nContent-Disposition: form-data; name=\"files\"; filename=\"a.txt\"\r\nContent-Type: text/plain\r\n\r\n{new string('a', 200_000)}";
        using var client = new TcpClient();
        await client.ConnectAsync(site.Address.Host, site.Address.Port, Ct);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.UTF8.GetBytes($"POST {site.Address.AbsolutePath}{path} HTTP/1.1\r\nHost: {site.Address.Authority}\r\nCookie: {browser.CookieHeader}\r\nContent-Type: multipart/form-data; boundary=cut\r\nContent-Length: 1000000\r\n\r\n{start}"), Ct);
        client.Client.Shutdown(SocketShutdown.Send);
        // The house hangs up, too, when it has seen that no more comes.
        var answer = new byte[4096];
        try
        {
            while (await stream.ReadAsync(answer, Ct) > 0)
            {
            }
        }
        catch (IOException)
        {
            // So it did.
        }
    }
}
