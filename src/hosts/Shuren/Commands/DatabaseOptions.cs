using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.Extensions.DependencyInjection;
using Shuren.Kernel;
using Shuren.Platform;
using Shuren.Platform.Districts;

namespace Shuren.Host.Commands;

/// <summary>The options that commands on a database share, and the way into a district.</summary>
internal static class DatabaseOptions
{
    /// <summary>Readable Chinese, one document.</summary>
    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All), WriteIndented = true };

    public static Option<string> Database() => new("--database")
    {
        Description = "A folder (SQLite) or a PostgreSQL connection string; default: SHUREN_DATABASE, else .data. 数据库：文件夹或PostgreSQL连接串。",
        DefaultValueFactory = _ => Environment.GetEnvironmentVariable("SHUREN_DATABASE") is { Length: > 0 } set ? set : ".data",
        Recursive = true,
    };

    public static Option<string> District() => new("--district") { Description = "Code of the district, such as qinghe. 区县代码。", Required = true };

    public static Option<bool> AsJson() => new("--json") { Description = "One JSON document on standard output and nothing else. 只输出JSON。" };

    /// <summary>Where files and keys lie: beside the SQLite files, or in <c>SHUREN_DATA</c> (default .data) for PostgreSQL.</summary>
    public static string DataFolder(string database) => IsPostgreSql(database)
        ? Environment.GetEnvironmentVariable("SHUREN_DATA") is { Length: > 0 } set ? set : ".data"
        : Path.GetFullPath(database);

    /// <summary>The house without its web.</summary>
    public static ServiceProvider House(string database, string? files = null) => new ServiceCollection().AddLogging()
        .AddPlatform(database, files ?? Path.Combine(DataFolder(database), "files"), Host.House.Modules)
        .BuildServiceProvider();

    /// <summary>Runs an act inside a district as the system; an unknown district is refused in words.</summary>
    public static async Task<int> InDistrictAsync(string database, string code, Func<IServiceProvider, Task<int>> act, CancellationToken ct)
    {
        await using var house = House(database);
        var districts = house.GetRequiredService<DistrictDirectory>();
        if (await districts.FindAsync(code, ct) is not { } district)
        {
            var known = string.Join(", ", (await districts.ListAsync(ct)).Select(found => found.Code));
            return Refuse(house, [new Refusal("DistrictUnknown", "district", code, known)]);
        }
        await using var scope = districts.Enter(district, "shuren");
        try
        {
            return await act(scope.ServiceProvider);
        }
        catch (DistrictArchivedException archived)
        {
            var said = archived.State.Words(archived.State.Since.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
            return Refuse(house, [new Refusal(said.Code, "district", [.. said.Args])]);
        }
    }

    /// <summary>Says on standard error what was refused.</summary>
    public static int Refuse(IServiceProvider services, IReadOnlyList<Refusal> refusals)
    {
        Console.Error.WriteLine(services.GetRequiredService<RefusalWords>().Of(refusals));
        return ExitCodes.Refused;
    }

    private static bool IsPostgreSql(string database) => database.Contains("Host=", StringComparison.OrdinalIgnoreCase);
}
