using System.Globalization;
using Shuren.Documents.OfficialDocuments;
using Shuren.Planning.Model;

namespace Shuren.Planning.TakeDispatchStep;

/// <summary>The document of a step of the ladder, laid out by GB/T 9704. It is Chinese whatever the screen's language.</summary>
internal static class DispatchDocument
{
    /// <param name="step">The step.</param>
    /// <param name="task">Its task.</param>
    /// <param name="unit">The unit to which it goes.</param>
    /// <param name="bureau">The bureau that signs.</param>
    public static OfficialDocument Of(DispatchStep step, WorkTask task, string unit, string bureau)
    {
        var title = step.DocumentTitle.Length > 0 ? step.DocumentTitle : Text("DocTitle", Rungs(step.Rung), task.Title);
        return new(title,
        [
            new TextBlock(Text("DocTask", task.Number, task.Text.TrimEnd('。'), task.DueOn is { } due ? Day(due) : Text("DocNoDue"), task.Percent)),
            new HeadingBlock(1, Text("DocReason")), new TextBlock(step.Reason),
            new HeadingBlock(1, Text("DocDemand")), new TextBlock(Text(DemandOf(step.Rung), Day(step.AnswerBy))),
        ])
        {
            Head = step.DocumentNumber.Length > 0 ? new RedHead(Text("DocMark", bureau), step.DocumentNumber) : null,
            Addressee = unit, Signature = new(bureau, step.On), Creator = bureau,
        };
    }

    private static string DemandOf(Rung rung) => rung switch
    {
        Rung.Check => "DocDemandCheck",
        Rung.Circular => "DocDemandCircular",
        Rung.Rectification => "DocDemandRectification",
        Rung.Interview => "DocDemandInterview",
        _ => "DocDemandReminder",
    };

    private static string Rungs(Rung rung) => Text("Doc" + rung);

    private static string Day(DateOnly day) => day.ToString(Text("DocDay"), CultureInfo.InvariantCulture);

    // The neutral resource is Chinese.
    private static string Text(string key, params object[] args) =>
        string.Format(CultureInfo.InvariantCulture, RunText.ResourceManager.GetString(key, CultureInfo.InvariantCulture)!, args);
}
