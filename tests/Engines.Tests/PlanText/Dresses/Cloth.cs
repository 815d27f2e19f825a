using System.Net;
using System.Text;
using Shuren.Engines.Tests.PlanText.Sources.Word;

namespace Shuren.Engines.Tests.PlanText.Dresses;

/// <summary>The paper on which a plan stands: how its lines come and in which file.</summary>
/// <param name="Name">The name of the file.</param>
/// <param name="Cut">Makes the file of the lines.</param>
internal sealed record Cloth(string Name, Func<IReadOnlyList<string>, byte[]> Cut)
{
    internal static IReadOnlyList<Cloth> All { get; } =
    [
        new("plain.txt", lines => Utf8(string.Join('\n', lines))),
        new("blank lines.txt", lines => Utf8(string.Join("\r\n\r\n", lines))),
        new("set in.txt", lines => Utf8(string.Join('\n', lines.Select((line, i) => i == 0 ? line : "　　" + line)))),
        new("old program.txt", lines => CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetBytes(string.Join("\r\n", lines))), // the framework has it
        new("wrapped, set in.txt", lines => Utf8(Wrapped(lines, 32, "　　", pageLength: 0))),
        new("wrapped, pages.txt", lines => Utf8(Wrapped(lines, 28, "　　", pageLength: 22))),
        new("wrapped, flush.txt", lines => Utf8(Wrapped(lines, 30, "", pageLength: 0))),
        new("navigation.txt", lines => Utf8($"首页\n政务公开\n您当前的位置：首页 > 信息公开 > 规划计划\n{lines[0]}\n发布时间：2026-03-05 09:30　来源：青禾县教育局　浏览次数：128\n{string.Join('\n', lines.Skip(1))}\n【打印本页】【关闭窗口】\n上一篇：关于开展读书活动的通知\n版权所有：青禾县教育局")),
        new("page.html", lines => Utf8(Page(lines, "p"))),
        new("divisions.html", lines => Utf8(Page(lines, "div"))),
        new("breaks.html", lines => Utf8($"<html><body><div class=\"content\"><h1>{Html(lines[0])}</h1>{string.Join("<br>\n　　", lines.Skip(1).Select(Html))}</div></body></html>")),
        new("notes.md", lines => Utf8("# " + string.Join("\n\n", lines))),
        new("plan.docx", lines => Docx(lines)),
    ];

    internal static Cloth Plain => All[0];

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    private static string Html(string line) => WebUtility.HtmlEncode(line);

    /// <summary>As a bureau's site shows it: links above and beside, the text in the middle, the foot below.</summary>
    internal static string Page(IReadOnlyList<string> lines, string element) =>
        "<!DOCTYPE html><html lang=\"zh\"><head><meta charset=\"utf-8\"><title>" + Html(lines[0]) + "_青禾县人民政府</title></head><body>"
        + "<div class=\"header\"><ul class=\"nav\"><li><a href=\"/\">首页</a></li><li><a href=\"/zw\">政务公开</a></li><li><a href=\"/bs\">办事服务</a></li></ul></div>"
        + "<div class=\"location\">当前位置：<a href=\"/\">首页</a> &gt; <a href=\"/zw\">工作要点</a></div>"
        + $"<div class=\"article\"><h1>{Html(lines[0])}</h1><div class=\"info\"><span>发布日期：2026-03-05</span> <span>来源：青禾县教育局</span></div><div class=\"con\">"
        + string.Concat(lines.Skip(1).Select(line => $"<{element} style=\"text-indent:2em\">&nbsp;&nbsp;{Html(line)}</{element}>\n"))
        + "</div></div><div class=\"sidebar\"><h3>相关新闻</h3><ul><li><a href=\"/1\">推进校园安全建设工作会议召开</a></li><li><a href=\"/2\">加强师德建设座谈会举行</a></li></ul></div>"
        + "<div class=\"footer\">主办：青禾县教育局　备案号：苏ICP备12345678号</div></body></html>";

    internal static byte[] Docx(IReadOnlyList<string> lines)
    {
        var builder = new DocxBuilder().Paragraph(lines[0], "<w:jc w:val=\"center\"/>");
        foreach (var line in lines.Skip(1))
            builder.Paragraph(line, "<w:ind w:firstLineChars=\"200\" w:firstLine=\"640\"/>");
        return builder.Page("青禾县教育局文件").Build();
    }

    /// <summary>Lines of one width; pages end with their number, and the head of the paper stands on each.</summary>
    private static string Wrapped(IReadOnlyList<string> lines, int width, string indent, int pageLength)
    {
        var broken = lines.SelectMany((line, i) => Broken((i == 0 ? "" : indent) + line, width)).ToList();
        if (pageLength == 0)
            return string.Join('\n', broken);
        return string.Join('\n', broken.Chunk(pageLength).SelectMany((page, i) => page.Append($"— {i + 1} —")));
    }

    /// <summary>Breaks as a printer does: no line begins with a sign that closes, and no number is torn apart.</summary>
    private static IEnumerable<string> Broken(string line, int width)
    {
        while (line.Length > width)
        {
            var cut = width;
            while (cut > width - 6 && ("，。；：、）”》】％%".Contains(line[cut], StringComparison.Ordinal) || (char.IsAsciiLetterOrDigit(line[cut]) && char.IsAsciiLetterOrDigit(line[cut - 1]))))
                cut--;
            yield return line[..cut];
            line = line[cut..];
        }

        yield return line;
    }
}
