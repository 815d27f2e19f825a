using System.Globalization;
using Shuren.Documents.OfficialDocuments;
using Shuren.Planning.Model;

namespace Shuren.Planning.HoldMeeting;

/// <summary>The agenda and the minutes of a meeting on paper. Chinese whatever the screen's language.</summary>
internal static class MeetingDocument
{
    public static OfficialDocument Agenda(ViewMeeting.View view) => new(Text("MeetingAgendaTitle", view.Plan.Title, view.Meeting.Number),
    [
        .. Head(view.Meeting),
        new TableBlock([new(Text("MeetingNo"), 1, IsCentred: true), new(Text("MeetingPoint"), 5), new(Text("MeetingWhy"), 5)],
            [.. view.Items.Select((item, place) => (IReadOnlyList<string>)[(place + 1).ToString(CultureInfo.InvariantCulture), item.Title, item.Why])]),
    ]) { Creator = view.Bureau };

    public static OfficialDocument Minutes(ViewMeeting.View view) => new(Text("MeetingMinutesTitle", view.Plan.Title, view.Meeting.Number),
    [
        .. Head(view.Meeting),
        .. view.Items.Where(item => item.Decision.Length > 0).SelectMany(item => (Block[])[new HeadingBlock(1, item.Title), new TextBlock(item.Decision + Becomes(view, item))]),
    ]) { Creator = view.Bureau, Signature = new(view.Bureau, view.Meeting.On) };

    private static Block[] Head(DispatchMeeting meeting) =>
        [new TextBlock(Text("MeetingWhen", meeting.On.ToString(Text("DocDay"), CultureInfo.InvariantCulture), meeting.TimeAndPlace)), new TextBlock(Text("MeetingChair", meeting.Chair))];

    private static string Becomes(ViewMeeting.View view, AgendaItem item) =>
        item.DecisionTaskId is { } id && view.Tasks.TryGetValue(id, out var task) && view.Units.FirstOrDefault(unit => unit.Id == task.LeadUnitId) is { } lead && task.DueOn is { } due
            ? Text("MeetingBecomes", lead.Name, due.ToString(Text("DocDay"), CultureInfo.InvariantCulture)) : "";

    private static string Text(string key, params object[] args) =>
        string.Format(CultureInfo.InvariantCulture, RunText.ResourceManager.GetString(key, CultureInfo.InvariantCulture)!, args);
}
