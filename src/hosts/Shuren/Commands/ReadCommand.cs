using System.CommandLine;
using Shuren.PlanText;
using Shuren.PlanText.Json;
using Shuren.PlanText.Scoring;
using Shuren.PlanText.Sources;

namespace Shuren.Host.Commands;

/// <summary><c>shuren read FILE</c>: a work plan as JSON, as a table to read, or measured against labels; no database.</summary>
internal static class ReadCommand
{
    private const string StandardInput = "-";

    internal static Command Create()
    {
        var file = new Argument<string>("FILE")
        {
            Description = "读取的文件：.docx .pdf .html .md .txt；“-”表示标准输入。"
                + "\nThe document to read: .docx, .pdf, .html, .md or .txt; - reads standard input.",
        };
        var json = new Option<bool>("--json")
        {
            Description = "输出一份 JSON（plan.schema.json）。\nWrite one JSON document (plan.schema.json) to standard output.",
        };
        var table = new Option<bool>("--table")
        {
            Description = "输出便于阅读的表格（默认）。\nWrite a table to read (the default).",
        };
        var score = new Option<string?>("--score")
        {
            Description = "与人工标注文件（JSON）比较，输出准确率、召回率、F1 和差异；可与 --json 同用。"
                + "\nCompare with a file of labels (JSON): precision, recall, F1 and every difference; --json gives them as JSON.",
            HelpName = "GOLD",
        };
        var command = new Command(
            "read",
            "读取一份工作要点，列出部分、任务和量化目标；不需要数据库。\nRead a work plan: its sections, tasks and targets. Needs no database.")
        {
            file, json, table, score,
        };
        command.Validators.Add(result =>
        {
            if (result.GetValue(json) && result.GetValue(table))
                result.AddError("--json 和 --table 只能选一个。\nChoose one of --json and --table.");
            if (result.GetValue(table) && result.GetValue(score) is not null)
                result.AddError("--table 和 --score 只能选一个。\nChoose one of --table and --score.");
        });
        command.SetAction((parsed, ct) => RunAsync(parsed.GetValue(file)!, parsed.GetValue(json), parsed.GetValue(score), ct)); // required: never null
        return command;
    }

    private static async Task<int> RunAsync(string file, bool asJson, string? labels, CancellationToken ct)
    {
        if (await OpenAsync(file, stream => SourceReader.ReadAsync(stream, file == StandardInput ? "" : file, SourceLimits.Default, ct)) is not { } source)
            return ExitCodes.Refused;
        if (!source.Succeeded)
            return Refuse(source.Problem);
        var reading = PlanReader.Read(source.Text);
        if (labels is not null)
            return await ScoreAsync(labels, reading, source.Text, asJson, ct);
        Write(reading, asJson);
        return ExitCodes.Success;
    }

    private static async Task<int> ScoreAsync(string labels, WorkPlanReading reading, SourceText source, bool asJson, CancellationToken ct)
    {
        if (await OpenAsync(labels, stream => new StreamReader(stream).ReadToEndAsync(ct)) is not { } json)
            return ExitCodes.Refused;
        if (!GoldPlan.TryParse(json, out var gold, out var reason))
        {
            await Console.Error.WriteLineAsync(reason);
            return ExitCodes.Refused;
        }

        await using var output = new StreamWriter(Console.OpenStandardOutput());
        var score = PlanScore.Of(gold!, reading, source); // parsed: never null
        if (asJson)
            ScoreOutput.WriteJson(output, score);
        else
            ScoreOutput.WriteText(output, score);
        return ExitCodes.Success;
    }

    /// <summary>Reads from a file or standard input; null where it cannot be opened, which is then said.</summary>
    private static async Task<T?> OpenAsync<T>(string file, Func<Stream, Task<T>> read)
        where T : class
    {
        try
        {
            await using var stream = file == StandardInput ? Console.OpenStandardInput() : File.OpenRead(file);
            return await read(stream);
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            await Console.Error.WriteLineAsync($"找不到文件 {file}，请检查文件名。\nThere is no file {file}; check its name.");
        }
        catch (UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync($"没有权限读取 {file}，或它是一个文件夹。\n{file} may not be read, or it is a folder.");
        }
        return null;
    }

    private static int Refuse(SourceProblem problem)
    {
        Console.Error.WriteLine($"{problem.Chinese}\n{problem.English} ({problem.Code})");
        return problem.Kind == SourceProblemKind.PdfReaderMissing ? ExitCodes.Failed : ExitCodes.Refused;
    }

    private static void Write(WorkPlanReading reading, bool asJson)
    {
        // Bytes, not Console.Out: the contract is UTF-8 whatever the terminal is set to.
        using var output = Console.OpenStandardOutput();
        if (asJson)
            PlanJson.Write(output, reading);
        else
            output.Write(System.Text.Encoding.UTF8.GetBytes(ReadingTable.Write(reading)));
        output.WriteByte((byte)'\n');
    }
}
