using System.CommandLine;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Shuren.Host.Sample;
using Shuren.Host.Web;
using Shuren.Host.Web.Api;
using Shuren.Platform.Districts;

namespace Shuren.Host.Commands;

/// <summary><c>shuren serve</c>: the site. An empty database gets the sample district, with one-time passwords that are printed once.</summary>
internal static class ServeCommand
{
    public static Command Create()
    {
        var urls = new Option<string>("--urls") { Description = "Addresses, separated by semicolons. 监听地址。", DefaultValueFactory = _ => "http://127.0.0.1:5080" };
        var empty = new Option<bool>("--empty") { Description = "Do not load the sample into an empty database. 不装入示例区县。" };
        var requests = new Option<int>("--api-requests") { Description = "Requests of the API that one account may make in a minute. 每个账号每分钟的接口请求数。", DefaultValueFactory = _ => new ApiLimits().Requests };
        requests.Validators.Add(result => { if (result.GetValueOrDefault<int>() < 1) result.AddError("--api-requests: 1 or more."); });
        var database = DatabaseOptions.Database();
        var command = new Command("serve", "Serve the site; a fresh database gets the sample district and prints its one-time passwords. 启动网站。") { urls, empty, requests, database };
        command.SetAction((parsed, ct) => ServeAsync(parsed.GetRequiredValue(database), parsed.GetRequiredValue(urls), parsed.GetValue(empty), new(parsed.GetValue(requests)), ct));
        return command;
    }

    private static async Task<int> ServeAsync(string database, string urls, bool empty, ApiLimits api, CancellationToken ct)
    {
        await using var site = Site.Build(new SiteOptions(database, DatabaseOptions.DataFolder(database), urls, Api: api));
        var districts = site.Services.GetRequiredService<DistrictDirectory>();
        await districts.MigrateAsync(ct);
        if (!empty && (await districts.ListAsync(ct)).Count == 0)
            await LoadSampleAsync(site.Services, ct);
        await site.StartAsync(ct);
        foreach (var address in site.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses)
            Console.WriteLine($"Shuren 树人: {address}/");
        await site.WaitForShutdownAsync(ct);
        return ExitCodes.Success;
    }

    private static async Task LoadSampleAsync(IServiceProvider services, CancellationToken ct)
    {
        SampleDistrict.Print(await SampleDistrict.LoadAsync(services, "qinghe", ct), Console.Out);
        Console.WriteLine($"正在生成{SampleRolls.Pupils}名学生的示例名册…… Generating the rolls of {SampleRolls.Pupils} invented pupils …");
        var order = SampleRolls.Order(SampleRolls.Pupils, null, SampleRolls.Seed, null, services.GetRequiredService<TimeProvider>());
        if (await SampleRolls.LoadAsync(services, "qinghe", order, null, ct) is { Succeeded: false } refused)
            DatabaseOptions.Refuse(services, refused.Refusals);
    }
}
