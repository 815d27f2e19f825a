using System.Net;
using System.Net.Sockets;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shuren.Kernel;
using Shuren.Organization.Notices;
using Shuren.Platform.Data;
using Shuren.Platform.Jobs;
using Shuren.Platform.Notices;
using Shuren.Testing;

namespace Shuren.House.Tests.Faults;

/// <summary>kill -9 of a real server in the middle of a job, and two others that find what it left: one of them does it, once.</summary>
public sealed class KillJobTests
{
    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task A_job_whose_server_was_killed_is_taken_over_once_by_another(TestDatabase database)
    {
        await using var house = await TestHouse.WithCountyAsync(database);
        var county = house.County;
        var data = database == TestDatabase.Sqlite ? house.Location : house.DataFolder;
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        using var real = await RealMailServer.StartAsync("none");
        await AskForMailAsync(house, county);

        // The first server reaches a mail server that never says a word: it is in the middle of its job for as long as we like.
        await using (var first = await ServerProcess.StartAsync(house.Location, data, Mail(((IPEndPoint)silent.LocalEndpoint).Port)))
        {
            using var reached = await silent.AcceptSocketAsync();
            var running = await JobAsync(house);
            Assert.Equal((JobState.Running, 1), (running.State, running.Attempts));
            await first.KillAsync();
        }
        await using var second = await ServerProcess.StartAsync(house.Location, data, Mail(real.Port));
        await using var third = await ServerProcess.StartAsync(house.Location, data, Mail(real.Port));
        Assert.Equal(JobState.Running, (await JobAsync(house)).State);
        await EndLeaseAsync(house);
        Job job;
        do
        {
            await Task.Delay(100);
            job = await JobAsync(house);
        }
        while (job.State is JobState.Waiting or JobState.Running);

        Assert.Equal((JobState.Done, 2, 2L), (job.State, job.Attempts, job.Fence));
        Assert.Equal("office@example.cn", Assert.Single(await real.ReadAsync()).Head["To"]);
    }

    private static KeyValuePair<string, string>[] Mail(int port) => [new("SHUREN_SMTP", $"smtp://127.0.0.1:{port}"), new("SHUREN_SMTP_FROM", "noreply@example.cn")];

    private static async Task AskForMailAsync(TestHouse house, SmallCounty county)
    {
        await using (var scope = await house.EnterAsAsync(county.AccountId("office")))
            Assert.True((await scope.ServiceProvider.GetRequiredService<SaveNoticeSettings>().RunAsync(new() { Email = "office@example.cn", Ticked = new HashSet<(string, NoticeChannel)>() }, CancellationToken.None)).Succeeded);
        await using var trying = await house.EnterAsAsync(county.AccountId("office"));
        Assert.True((await trying.ServiceProvider.GetRequiredService<TryNotice>().RunAsync(CancellationToken.None)).Succeeded);
        // The house's clock is a test's and the servers' is the machine's: what is due in one must be due in the other.
        await Jobs(trying).ExecuteUpdateAsync(set => set.SetProperty(job => job.NextAt, DateTime.UnixEpoch));
    }

    private static async Task<Job> JobAsync(TestHouse house)
    {
        await using var scope = house.Enter();
        return await Jobs(scope).AsNoTracking().SingleAsync();
    }

    // A minute of silence is not waited for: the lease ends now.
    private static async Task EndLeaseAsync(TestHouse house)
    {
        await using var scope = house.Enter();
        await Jobs(scope).ExecuteUpdateAsync(set => set.SetProperty(job => job.LeaseUntil, DateTime.UnixEpoch));
    }

    private static IQueryable<Job> Jobs(AsyncServiceScope scope) => scope.ServiceProvider.GetRequiredService<ShurenDb>().Set<Job>().Where(job => job.Kind == SendNotice.Kind);
}
