using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Shuren.Platform.Search;

namespace Shuren.Host.Commands;

/// <summary><c>shuren search rebuild</c>: the index anew from the rows.</summary>
internal static class SearchCommand
{
    public static Command Create()
    {
        var (database, district) = (DatabaseOptions.Database(), DatabaseOptions.District());
        var rebuild = new Command("rebuild", "Build the index of the search anew from the rows, while people work. 重建查找索引。") { database, district };
        rebuild.SetAction((parsed, ct) => DatabaseOptions.InDistrictAsync(parsed.GetRequiredValue(database), parsed.GetRequiredValue(district), async services =>
        {
            Console.WriteLine(FormattableString.Invariant($"{await services.GetRequiredService<RebuildSearch>().RunAsync(ct)} 项可以找到 things can be found"));
            return ExitCodes.Success;
        }, ct));
        return new Command("search", "The search. 查找。") { rebuild };
    }
}
