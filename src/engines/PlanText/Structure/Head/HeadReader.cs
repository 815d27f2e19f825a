using Shuren.PlanText.Dates;
using Shuren.PlanText.Structure.Lines;
using Shuren.PlanText.Structure.Rules;

namespace Shuren.PlanText.Structure.Head;

/// <summary>Reads title, authority, years and date, and sets the signature apart.</summary>
internal static class HeadReader
{
    private static readonly string[] DateLabels = ["发布时间", "发布日期", "公开日期", "发文日期", "发表时间", "成文日期", "生成日期", "时间", "日期", "来源"];
    private static readonly WordList BureauNames = RuleFile.Words("bureau-names");

    internal static DocumentHead Read(SourceText source, BodyLine[] lines)
    {
        MarkSignature(lines);
        var title = TitleFinder.Find(lines, source.Title);
        var published = FindPublished(lines);
        var headings = lines.Where(l => l.Role == LineRole.Body && l.IsBare).Select(l => l.Words.Plain);
        return new(title, BureauFinder.Find(title, lines), PeriodFinder.Find(title, headings, source.Text, published), published);
    }

    /// <summary>A date alone on a line, the authority alone on the line above it or at the very end, or both on one line.</summary>
    private static void MarkSignature(BodyLine[] lines)
    {
        var next = -1;
        for (var i = lines.Length - 1; i >= 0; i--)
        {
            if (lines[i].Role == LineRole.Blank || lines[i].IsRow)
                continue;
            var plain = lines[i].Words.Plain;
            var signs = PrintedDate.Is(plain) || (plain.Length <= 40 && plain.EndsWith("印发", StringComparison.Ordinal) && PeriodFinder.FirstYear(plain) is not null)
                || (BureauNames.AtEnd(plain.TrimEnd('。')) > 0 && plain.Length <= 24 && next >= 0 && lines[next].Role == LineRole.Boilerplate && PrintedDate.Is(lines[next].Words.Plain))
                || (BureauNames.AtEnd(plain) > 0 && plain.Length <= 24 && next < 0)
                || (plain.Length <= 40 && PrintedDate.Beside(plain) is { Length: > 0 } name && BureauNames.AtEnd(name) > 0);
            if (signs && lines[i].Role == LineRole.Body && lines[i].Marker is null)
                lines[i] = lines[i] with { Role = LineRole.Boilerplate };
            next = i;
        }
    }

    /// <summary>The date behind a label (发布时间：), else the date of signature, else a date below the title.</summary>
    private static DateOnly? FindPublished(BodyLine[] lines)
    {
        var around = lines.Where(l => l.Role is LineRole.Boilerplate or LineRole.Title && l.Words.Length <= 200).Select(l => l.Words.Plain).ToList();
        foreach (var label in DateLabels)
        {
            foreach (var line in around)
            {
                if (line.IndexOf(label, StringComparison.Ordinal) is >= 0 and var at && PrintedDate.Find(line.AsSpan(at)) is { } labelled)
                    return labelled;
            }
        }

        return around.FindLast(l => PrintedDate.Find(l) is not null) is { } last ? PrintedDate.Find(last) : null;
    }
}
