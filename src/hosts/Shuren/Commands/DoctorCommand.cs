using System.CommandLine;
using System.Text.Json;
using Shuren.Host.Keeping;

namespace Shuren.Host.Commands;

/// <summary><c>shuren doctor</c>: what is not as it should be, and how to mend it; 1 where something does not work.</summary>
internal static class DoctorCommand
{
    public static Command Create()
    {
        var (database, json) = (DatabaseOptions.Database(), DatabaseOptions.AsJson());
        var command = new Command("doctor", "Look at configuration, database, disk, clock, fonts, programs and the age of the last drill; says how to mend each fault. 体检。") { database, json };
        command.SetAction(async (parsed, ct) =>
        {
            var found = await new Doctor(parsed.GetRequiredValue(database), TimeProvider.System).RunAsync(ct);
            if (parsed.GetValue(json))
                Console.WriteLine(JsonSerializer.Serialize(found, DatabaseOptions.Json));
            else
                foreach (var one in found)
                    Console.WriteLine($"{one.State,-5} {one.Check,-24} {one.Mend}");
            return found.Any(one => one.State == "fail") ? ExitCodes.Refused : ExitCodes.Success;
        });
        return command;
    }
}
