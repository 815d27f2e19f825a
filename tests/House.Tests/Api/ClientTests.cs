using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Authentication;
using Microsoft.Kiota.Http.HttpClientLibrary;
using Microsoft.Kiota.Http.HttpClientLibrary.Middleware.Options;
using Shuren.Browser.Tests;
using Shuren.Browser.Tests.EveryPage;
using Shuren.House.Tests.Api.Client;
using Shuren.House.Tests.Api.Client.Models;
using Shuren.Testing;

namespace Shuren.House.Tests.Api;

/// <summary>A small year by a program whose client was generated from the document: what the document promises is what the doors do.</summary>
public class ClientTests
{
    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task A_program_imports_a_plan_lists_its_tasks_and_reports_progress(TestDatabase database)
    {
        await using var site = await TestSite.StartAsync(database);
        await SampleIds.OfAsync(site);
        var ct = TestContext.Current.CancellationToken;
        using var office = new Program(site.Address, await ApiCaller.TokenAsync(site, "office"));
        using var chief = new Program(site.Address, await ApiCaller.TokenAsync(site, "chief-basic"));
        var task = site.County.Tasks.Single(row => row.Number == "2.1").Id;

        var text = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "samples", "qinghe", "plan-2026.txt"), ct);
        var imported = await office.Api.Api.V1.Plans.PostAsync(new ImportRequest { Text = text }, With("import-1"), ct);
        var repeated = await office.Api.Api.V1.Plans.PostAsync(new ImportRequest { Text = text }, With("import-1"), ct);
        var tasks = await TasksAsync(office.Api, imported!.Plan!.Value, ct); // an import gives a plan
        var tag = new HeadersInspectionHandlerOption { InspectResponseHeaders = true };
        var before = await chief.Api.Api.V1.Tasks[task].GetAsync(request => request.Options.Add(tag), ct);
        var etag = tag.ResponseHeaders["ETag"].Single();
        var said = new ReportRequest { Percent = 65, Words = "两所在建园已经封顶，设备正在招标。" };
        var made = await chief.Api.Api.V1.Tasks[task].Reports.PostAsync(said, With("report-1", etag), ct);
        var again = await chief.Api.Api.V1.Tasks[task].Reports.PostAsync(said, With("report-1", etag), ct);
        var stale = await Assert.ThrowsAsync<ApiProblem>(() => chief.Api.Api.V1.Tasks[task].Reports.PostAsync(said, With("report-2", etag), ct));
        var after = await chief.Api.Api.V1.Tasks[task].GetAsync(cancellationToken: ct);
        var reports = await chief.Api.Api.V1.Tasks[task].Reports.GetAsync(cancellationToken: ct);

        Assert.Equal(imported.Plan, repeated!.Plan); // the same answer
        Assert.Equal(imported.Tasks, tasks.Count);
        Assert.Equal(tasks.Distinct(), tasks);
        Assert.Equal(made!.Id, again!.Id);
        Assert.Equal((412, "EditedMeanwhile"), (stale.ResponseStatusCode, stale.Refusals!.Single().Code));
        Assert.NotEqual(65, before!.Percent);
        Assert.Equal(65, after!.Percent);
        Assert.Single(reports!.Items!, report => report.Id == made.Id);
    }

    private static async Task<List<Guid?>> TasksAsync(ShurenClient api, Guid plan, CancellationToken ct)
    {
        var (found, after) = (new List<Guid?>(), (string?)null);
        do
        {
            var page = await api.Api.V1.Plans[plan].Tasks.GetAsync(request => (request.QueryParameters.Limit, request.QueryParameters.After) = (40, after), ct);
            found.AddRange(page!.Items!.Select(task => task.Id)); // a page has items
            after = page.Next;
        }
        while (after is not null);
        return found;
    }

    private static Action<RequestConfiguration<DefaultQueryParameters>> With(string key, string? etag = null) => request =>
    {
        request.Headers.Add("Idempotency-Key", key);
        if (etag is not null)
            request.Headers.Add("If-Match", etag);
    };

    /// <summary>The generated client over HTTP with a token.</summary>
    private sealed class Program : IDisposable
    {
        private readonly HttpClient http = KiotaClientFactory.Create();
        private readonly HttpClientRequestAdapter adapter;

        public Program(Uri district, string token)
        {
            http.DefaultRequestHeaders.Authorization = new("Bearer", token);
            adapter = new(new AnonymousAuthenticationProvider(), httpClient: http);
            Api = new(adapter);
            adapter.BaseUrl = district.ToString().TrimEnd('/');
        }

        public ShurenClient Api { get; }

        public void Dispose()
        {
            adapter.Dispose();
            http.Dispose();
        }
    }
}
