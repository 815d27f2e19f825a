using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Shuren.Kernel;
using Shuren.Platform.Districts;

namespace Shuren.Host.Commands;

/// <summary><c>shuren district archive|reopen</c>: read only for everybody, and back.</summary>
internal static class DistrictArchiveCommand
{
    /// <summary>Who orders it: a name for the audit; else the account of the shell.</summary>
    public static Option<string> By() => new("--by") { Description = "Who orders it; stands in the audit. 决定人。", DefaultValueFactory = _ => Environment.UserName };

    public static Option<string> Why() => new("--why") { Description = "Why; stands in the audit. 原因。", Required = true };

    public static Argument<string> Code() => new("CODE") { Description = "Code of the district. 区县代码。" };

    public static Command Archive() => Command("archive", "Close a district for writing: its pages can be read, nothing is changed, its jobs rest. 归档区县：只能查看。",
        async (services, by, why, ct) => (await services.GetRequiredService<ArchiveDistrict>().RunAsync(by, why, ct)).Refusals);

    public static Command Reopen() => Command("reopen", "Open an archived district again. 恢复已归档的区县。",
        async (services, by, why, ct) => (await services.GetRequiredService<ReopenDistrict>().RunAsync(by, why, ct)).Refusals);

    private static Command Command(string name, string words, Func<IServiceProvider, string, string, CancellationToken, Task<IReadOnlyList<Refusal>>> act)
    {
        var (code, by, why, database) = (Code(), By(), Why(), DatabaseOptions.Database());
        var command = new Command(name, words) { code, by, why, database };
        command.SetAction((parsed, ct) => DatabaseOptions.InDistrictAsync(parsed.GetRequiredValue(database), parsed.GetRequiredValue(code), async services =>
        {
            var refusals = await act(services, parsed.GetRequiredValue(by), parsed.GetRequiredValue(why), ct);
            if (refusals.Count > 0)
                return DatabaseOptions.Refuse(services, refusals);
            Console.WriteLine($"{parsed.GetRequiredValue(code)}  {name}");
            return ExitCodes.Success;
        }, ct));
        return command;
    }
}
