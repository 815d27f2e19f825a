using System.Globalization;
using System.Net;
using System.Text;

namespace Shuren.Platform.Notices;

/// <summary>One line of an e-mail: what happened, and where to see it.</summary>
/// <param name="Title">What happened.</param>
/// <param name="Why">One line more, or empty.</param>
/// <param name="Href">The whole address, or null where the site's own is not known.</param>
internal sealed record MailLine(string Title, string Why, string? Href);

/// <summary>Writes an e-mail as plain text with simple HTML beside it (RFC 5322, MIME): UTF-8 in base64, so that every server carries it.</summary>
internal sealed class MailText(MailServer server, string senderName)
{
    /// <param name="id">Makes the Message-ID: the same for every attempt.</param>
    /// <param name="to">The receiver's address.</param>
    /// <param name="subject">The subject.</param>
    /// <param name="lines">What is told.</param>
    /// <param name="foot">The words at the end, with the way to the settings.</param>
    /// <param name="settings">The address of the settings, or null.</param>
    /// <param name="now">The moment of sending.</param>
    public string Write(Guid id, string to, string subject, IReadOnlyList<MailLine> lines, string foot, string? settings, DateTimeOffset now)
    {
        var border = $"shuren-{id:N}";
        var head = new List<string>
        {
            $"From: {Encoded(senderName)} <{server.From}>", $"To: <{to}>", $"Subject: {Encoded(subject)}",
            $"Date: {now.ToString("ddd, dd MMM yyyy HH:mm:ss", CultureInfo.InvariantCulture)} {now.ToString("zzz", CultureInfo.InvariantCulture).Replace(":", "", StringComparison.Ordinal)}",
            $"Message-ID: <{id:N}@{server.From[(server.From.IndexOf('@', StringComparison.Ordinal) + 1)..]}>",
            "MIME-Version: 1.0", "Auto-Submitted: auto-generated", $"Content-Type: multipart/alternative; boundary=\"{border}\"",
        };
        if (settings is not null)
            head.Add($"List-Unsubscribe: <{settings}>");
        return string.Join("\r\n", [.. head, "", .. Part(border, "plain", Plain(lines, foot, settings)), .. Part(border, "html", Html(lines, foot, settings)), $"--{border}--", ""]);
    }

    private static string Plain(IReadOnlyList<MailLine> lines, string foot, string? settings)
    {
        var text = new StringBuilder();
        foreach (var line in lines)
        {
            text.AppendLine(line.Title);
            foreach (var more in (string?[])[line.Why, line.Href])
            {
                if (!string.IsNullOrEmpty(more))
                    text.AppendLine(more);
            }
            text.AppendLine();
        }
        return text.AppendLine("--").AppendLine(foot).AppendLine(settings).ToString();
    }

    private static string Html(IReadOnlyList<MailLine> lines, string foot, string? settings)
    {
        var html = new StringBuilder("<!DOCTYPE html><html><head><meta charset=\"utf-8\"></head><body>");
        foreach (var line in lines)
        {
            var title = WebUtility.HtmlEncode(line.Title);
            html.Append("<p>").Append(line.Href is null ? "<b>" + title + "</b>" : Link(line.Href, title));
            if (line.Why != "")
                html.Append("<br>").Append(WebUtility.HtmlEncode(line.Why));
            html.Append("</p>");
        }
        html.Append("<hr><p>").Append(WebUtility.HtmlEncode(foot));
        if (settings is not null)
            html.Append(' ').Append(Link(settings, WebUtility.HtmlEncode(settings)));
        return html.Append("</p></body></html>").ToString();
    }

    private static string Link(string address, string words) => "<a href=\"" + WebUtility.HtmlEncode(address) + "\">" + words + "</a>";

    private static IEnumerable<string> Part(string border, string kind, string text) =>
    [
        $"--{border}", $"Content-Type: text/{kind}; charset=utf-8", "Content-Transfer-Encoding: base64", "",
        Convert.ToBase64String(Encoding.UTF8.GetBytes(text), Base64FormattingOptions.InsertLineBreaks),
    ];

    /// <summary>An encoded word (RFC 2047) for each twelve characters or so: none is longer than 75, none cuts a character.</summary>
    private static string Encoded(string words)
    {
        const int Most = 36;
        var parts = new List<string>();
        var part = new StringBuilder();
        foreach (var rune in words.EnumerateRunes())
        {
            // A line break in a title would begin a header of its own.
            var letter = Rune.IsControl(rune) ? " " : rune.ToString();
            if (Encoding.UTF8.GetByteCount(part + letter) > Most)
                Flush();
            part.Append(letter);
        }
        Flush();
        return string.Join("\r\n ", parts);

        void Flush()
        {
            parts.Add($"=?utf-8?B?{Convert.ToBase64String(Encoding.UTF8.GetBytes(part.ToString()))}?=");
            part.Clear();
        }
    }
}
