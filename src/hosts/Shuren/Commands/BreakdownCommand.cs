using System.CommandLine;
using Shuren.PlanText;
using Shuren.PlanText.Sources;

namespace Shuren.Host.Commands;

/// <summary><c>shuren breakdown FILE -o OUT.xlsx|OUT.docx</c>: a work plan becomes its breakdown table (任务分解表); no database.</summary>
internal static class BreakdownCommand
{
    internal static Command Create()
    {
        var file = new Argument<string>("FILE")
        {
            Description = "工作要点文件：.docx .pdf .html .md .txt。\nThe work plan: .docx, .pdf, .html, .md or .txt.",
        };
        var output = new Option<string>("--output", "-o")
        {
            Description = "写到哪里：.xlsx（Excel，可筛选）或 .docx（Word，按 GB/T 9704 排版，可直接印发）。"
                + "\nWhere to write: .xlsx (Excel, to filter and sort) or .docx (Word, laid out by GB/T 9704, ready to send out).",
            Required = true,
        };
        var force = new Option<bool>("--force")
        {
            Description = "覆盖已有的文件。\nOverwrite an existing file.",
        };
        var command = new Command(
            "breakdown",
            "把一份工作要点拆成任务分解表：序号、重点任务、具体举措、牵头单位、配合单位、完成时限、量化目标；不需要数据库。"
                + "\nBreak a work plan down into its table of tasks, leads, due dates and targets. Needs no database.")
        {
            file, output, force,
        };
        command.SetAction((parsed, ct) =>
            RunAsync(parsed.GetValue(file)!, parsed.GetValue(output)!, parsed.GetValue(force), Console.Error, ct)); // both required: never null
        return command;
    }

    internal static async Task<int> RunAsync(string file, string output, bool overwrite, TextWriter messages, CancellationToken ct)
    {
        if (BreakdownFile.WhyNot(output, overwrite) is { } reason)
            return await RefuseAsync(messages, reason);
        try
        {
            await messages.WriteLineAsync($"正在读取 {file} …");
            var source = await ReadAsync(file, ct);
            if (!source.Succeeded)
                return await SayAsync(messages, source.Problem);
            var reading = PlanReader.Read(source.Text);
            if (!PlanBreakdown.HasTasks(reading))
                return await RefuseAsync(messages, $"在 {file} 里没有读到任务。请确认它是工作要点或工作计划的正文。\nNo task was found in {file}: is it the text of a work plan?");
            var breakdown = PlanBreakdown.Of(reading);
            await messages.WriteLineAsync($"读到 {breakdown.Rows.Count} 项任务，正在写 {output} …");
            await BreakdownFile.WriteAsync(breakdown, output, overwrite, ct);
            await messages.WriteLineAsync($"已写好：{output}（{breakdown.Rows.Count} 项任务，{breakdown.Rows.Count(r => r.Lead.Length == 0)} 项待定牵头单位）");
            return ExitCodes.Success;
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            return await RefuseAsync(messages, $"找不到文件 {file}，请检查文件名。\nThere is no file {file}; check its name.");
        }
        catch (UnauthorizedAccessException error)
        {
            return await RefuseAsync(messages, $"没有权限读写，或者给的是一个文件夹：{error.Message}\nNo permission, or a folder was given.");
        }
        catch (IOException error)
        {
            await messages.WriteLineAsync($"读写文件时出错：{error.Message}\nReading or writing failed.");
            return ExitCodes.Failed;
        }
    }

    private static async Task<SourceReading> ReadAsync(string file, CancellationToken ct)
    {
        await using var stream = File.OpenRead(file);
        return await SourceReader.ReadAsync(stream, file, SourceLimits.Default, ct);
    }

    private static async Task<int> SayAsync(TextWriter messages, SourceProblem problem)
    {
        await messages.WriteLineAsync($"{problem.Chinese}\n{problem.English} ({problem.Code})");
        return problem.Kind == SourceProblemKind.PdfReaderMissing ? ExitCodes.Failed : ExitCodes.Refused;
    }

    private static async Task<int> RefuseAsync(TextWriter messages, string reason)
    {
        await messages.WriteLineAsync(reason);
        return ExitCodes.Refused;
    }
}
