using System.CommandLine;
using System.CommandLine.Invocation;
using System.Data.Common;

namespace Shuren.Host.Commands;

/// <summary>Runs a command and turns what happens into the exit codes of the contract.</summary>
internal static class CommandLine
{
    public static async Task<int> RunAsync(RootCommand root, string[] args)
    {
        var parsed = root.Parse(args);
        // Help that nobody asked for is a message: standard output holds results only.
        var isWrongUse = parsed.Action is ParseErrorAction;
        try
        {
            var code = await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, Output = isWrongUse ? Console.Error : Console.Out });
            return isWrongUse ? ExitCodes.WrongUse : code;
        }
        catch (OperationCanceledException)
        {
            return ExitCodes.Success;
        }
        catch (Exception broken) when (broken is IOException or UnauthorizedAccessException or DbException)
        {
            await Console.Error.WriteLineAsync($"机器出了故障 The machine failed: {broken.Message}");
            return ExitCodes.Failed;
        }
        catch (Exception bug)
        {
            // The one place where everything is caught: the shell gets its code, the operator the whole story.
            await Console.Error.WriteLineAsync(bug.ToString());
            return ExitCodes.Failed;
        }
    }
}
