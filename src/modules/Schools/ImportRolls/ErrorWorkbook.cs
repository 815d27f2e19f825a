using Shuren.Documents.Streaming;
using Shuren.Platform.Exchange;

namespace Shuren.Schools.ImportRolls;

/// <summary>The file as it came with one column more that says what is wrong in each row and how to mend it; mended, it comes in again.</summary>
internal static class ErrorWorkbook
{
    /// <summary>Writes it.</summary>
    /// <param name="stream">Where to; must be able to seek.</param>
    /// <param name="content">The file as it came.</param>
    /// <param name="fileName">Its name.</param>
    /// <param name="found">What was found in it: place of the sheet, number of the head row, the problems.</param>
    /// <param name="words">Says the problems.</param>
    public static void Write(Stream stream, Stream content, string fileName, (int Sheet, int HeadRow, IReadOnlyList<RowProblem> Problems) found, ProblemWords words)
    {
        using var file = TableFile.Open(content, fileName).File!; // it was read before
        var said = found.Problems.GroupBy(problem => problem.Row).ToDictionary(row => row.Key, row => string.Join("\n", row.Select(problem => $"{words.Reason(problem)}{words.Mend(problem)}")));
        var sheet = file.Sheets[found.Sheet];
        RollWorkbooks.Errors(stream, sheet.Name, file.Rows(sheet), found.HeadRow, RollText.ErrorColumn, said);
    }
}
