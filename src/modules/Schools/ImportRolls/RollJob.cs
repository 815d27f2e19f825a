using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Shuren.Kernel;
using Shuren.Platform;
using Shuren.Platform.Districts;
using Shuren.Platform.Jobs;
using Shuren.Platform.Processes;

namespace Shuren.Schools.ImportRolls;

/// <summary>The look at a large file, or its import, behind the page that asked for it: as the account that asked, with the rights that it has now.</summary>
internal sealed class RollJob(DistrictDirectory districts) : IJob
{
    public const string Check = "schools.look-at-roll";
    public const string Import = "schools.import-roll";

    public async Task<Outcome<Sentence>> RunAsync(JobRun run, CancellationToken ct)
    {
        var order = run.Arguments<RollOrder>();
        if (await districts.EnterForAsync(run.District, order.Account, ct) is not { } scope)
            return new Refusal("RollAccountClosed");
        await using var leaving = scope;
        // The import is one save, and carries the job's id: it is there once, whatever dies when.
        if (!order.IsDryRun)
            scope.ServiceProvider.GetRequiredService<Process>().Once = run.Id;
        var outcome = await scope.ServiceProvider.GetRequiredService<RunRoll>().RunAsync(order, run.Id, ct, (rows, percent) => run.Tell(percent, new("RollRowsRead", Number(rows))));
        return outcome.Succeeded ? new Sentence("RollRunCounts", Number(outcome.Value.Added), Number(outcome.Value.Changed), Number(outcome.Value.Refused)) : outcome.Refusals.ToList();
    }

    private static string Number(int count) => count.ToString(CultureInfo.InvariantCulture);
}
