using System.Net;
using System.Text;
using Shuren.Engines.Tests.PlanText.Sources;
using Shuren.PlanText;
using Shuren.PlanText.Scoring;

namespace Shuren.Engines.Tests.PlanText.Unseen;

/// <summary>The same documents as a web page, a Word file and a PDF: another format must not change what is read.</summary>
public sealed class UnseenFormatsTests
{
    private const double Least = 0.92;

    [Theory]
    [InlineData("11-webpage")]
    [InlineData("09-table")]
    [InlineData("02-runin")]
    [InlineData("17b-safety")]
    public async Task A_web_page_is_read_like_its_text(string name)
    {
        var plan = UnseenPlan.Load(name);

        var source = await Reading.Text(Page(plan.Text), name + ".html");

        AssertRead(plan, source);
    }

    [Theory]
    [InlineData("09-table", "docx")]
    [InlineData("14-speech", "docx")]
    [InlineData("01-official", "pdf")]
    [InlineData("08-three-years", "pdf")]
    public async Task A_file_of_an_office_program_is_read_like_its_text(string name, string format)
    {
        var plan = UnseenPlan.Load(name);
        var filter = format == "docx" ? "docx:MS Word 2007 XML" : "pdf:writer_web_pdf_Export";

        var file = await OfficeProgram.Convert(Encoding.UTF8.GetBytes(Page(plan.Text)), ".html", filter);

        AssertRead(plan, await Reading.Text(file, name + "." + format));
    }

    private static void AssertRead(UnseenPlan plan, SourceText source)
    {
        var labels = MovedLabels.To(source, plan);
        var score = PlanScore.Of(labels, PlanReader.Read(source), source);
        foreach (var (kind, tally) in UnseenTests.Kinds(score))
            Assert.True(tally.F1 >= Least, UnseenTests.Words(score.Document, kind, tally));
    }

    private static string Page(string text)
    {
        var html = new StringBuilder("<!DOCTYPE html><html lang=\"zh\"><head><meta charset=\"utf-8\"></head><body>");
        var isTable = false;
        foreach (var line in text.Split('\n').Where(l => l.Length > 0))
        {
            var isRow = line.Contains('\t', StringComparison.Ordinal);
            if (isRow != isTable)
                html.Append(isRow ? "<table border=\"1\">" : "</table>");
            isTable = isRow;
            var words = WebUtility.HtmlEncode(line);
            html.Append(isRow ? $"<tr><td>{string.Join("</td><td>", words.Split('\t'))}</td></tr>" : $"<p>{words}</p>").Append('\n');
        }
        return html.Append(isTable ? "</table>" : "").Append("</body></html>").ToString();
    }
}
