using System.Text.Json;
using System.Text.Json.Serialization;
using Shuren.Planning.ReportProgress;

namespace Shuren.Planning.RunPlan;

/// <summary>The room's messages in JSON.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(ReportRequest))]
[JsonSerializable(typeof(ReportAnswer))]
[JsonSerializable(typeof(TaskAnswer))]
internal sealed partial class ProgressJson : JsonSerializerContext;

/// <summary>A report as a program sends it.</summary>
internal sealed record ReportRequest(int Percent, string? Words, Guid? Unit, DateOnly? On, Guid? Milestone, IReadOnlyList<string>? Links, IReadOnlyDictionary<Guid, double>? Values);

/// <summary>The id under which a report was taken.</summary>
internal sealed record ReportAnswer(Guid Report);

/// <summary>How far a task is, as a program reads it.</summary>
internal sealed record TaskAnswer(Guid Id, string Number, string Title, DateOnly? DueOn, int Percent, DateOnly? DoneOn, IReadOnlyList<TaskAnswer.Said> Reports, IReadOnlyList<DateOnly> MonthsNotReported)
{
    /// <summary>A report; accepted is null while the lead has not spoken.</summary>
    public sealed record Said(Guid Id, Guid Unit, DateOnly On, int Percent, string Words, bool? Accepted);

    public static TaskAnswer Of(ViewReporting.View view)
    {
        var task = view.AtHand.Task;
        return new(task.Id, task.Number, task.Title, task.DueOn, task.Percent, task.DoneOn,
            [.. view.Reports.Select(line => new Said(line.Report.Id, line.Report.UnitId, line.Report.On, line.Report.Percent, line.Report.Words, line.Word?.Accepted))], view.Missing);
    }
}
