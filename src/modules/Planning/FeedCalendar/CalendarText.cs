using System.Globalization;
using System.Text;

namespace Shuren.Planning.FeedCalendar;

/// <summary>An all-day event of a calendar.</summary>
/// <param name="Uid">The same for the same thing, whatever its day or name: RFC 5545 § 3.8.4.7.</param>
/// <param name="Day">When.</param>
/// <param name="Summary">What.</param>
/// <param name="Description">More words; may have line breaks.</param>
/// <param name="Url">Its page, absolute.</param>
/// <param name="Sequence">Counts its changes.</param>
internal sealed record CalendarEvent(string Uid, DateOnly Day, string Summary, string Description, string Url, long Sequence);

/// <summary>Writes an iCalendar stream (RFC 5545): CRLF, lines folded at 75 octets, text escaped.</summary>
internal static class CalendarText
{
    public const string MediaType = "text/calendar; charset=utf-8";

    /// <summary>Octets of a line without its line break: § 3.1.</summary>
    private const int MaxOctets = 75;

    /// <summary>Days before an event at which it rings.</summary>
    private const int AlarmDays = 3;

    /// <param name="name">What calendar programs call the subscription.</param>
    /// <param name="stamp">When it was written, UTC.</param>
    /// <param name="events">In any order.</param>
    public static string Write(string name, DateTime stamp, IEnumerable<CalendarEvent> events)
    {
        var text = new StringBuilder();
        string[] head = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Shuren//Planning//ZH", "CALSCALE:GREGORIAN", "METHOD:PUBLISH", "X-WR-CALNAME:" + Escaped(name), "REFRESH-INTERVAL;VALUE=DURATION:PT12H"];
        string[] foot = ["END:VCALENDAR"];
        foreach (var line in head.Concat(events.SelectMany(found => Lines(found, stamp))).Concat(foot))
            Fold(text, line);
        return text.ToString();
    }

    private static IEnumerable<string> Lines(CalendarEvent found, DateTime stamp) =>
    [
        "BEGIN:VEVENT",
        "UID:" + Escaped(found.Uid),
        "DTSTAMP:" + stamp.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture),
        "DTSTART;VALUE=DATE:" + Date(found.Day),
        // The end of a day is the next one: § 3.6.1.
        "DTEND;VALUE=DATE:" + Date(found.Day.AddDays(1)),
        "SEQUENCE:" + found.Sequence.ToString(CultureInfo.InvariantCulture),
        "SUMMARY:" + Escaped(found.Summary),
        "DESCRIPTION:" + Escaped(found.Description),
        "URL:" + found.Url,
        "TRANSP:TRANSPARENT",
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        "DESCRIPTION:" + Escaped(found.Summary),
        $"TRIGGER:-P{AlarmDays}D",
        "END:VALARM",
        "END:VEVENT",
    ];

    private static string Date(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    /// <summary>Backslash, semicolon, comma and line breaks: § 3.3.11. Other control characters have no place in a text.</summary>
    private static string Escaped(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var c in text.ReplaceLineEndings("\n"))
        {
            escaped.Append(c switch
            {
                '\\' => "\\\\",
                ';' => "\\;",
                ',' => "\\,",
                '\n' => "\\n",
                _ when char.IsControl(c) => " ",
                _ => c.ToString(),
            });
        }
        return escaped.ToString();
    }

    // Folded between whole characters, so that no program sees half of one.
    private static void Fold(StringBuilder text, string line)
    {
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > MaxOctets)
            {
                text.Append("\r\n ");
                octets = 1;
            }
            text.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }
        text.Append("\r\n");
    }
}
