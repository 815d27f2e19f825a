using System.Globalization;

namespace Shuren.Documents;

/// <summary>Why a file or a cell was not taken, in the user's words.</summary>
/// <param name="Code">Stable: what a program may ask for.</param>
/// <param name="Message">What is wrong, where, and how to mend it, in Chinese.</param>
public sealed record DocumentRefusal(string Code, string Message);

/// <summary>Every refusal of this engine, in the order in which a file meets them.</summary>
internal static class Refusals
{
    internal static DocumentRefusal Empty { get; } = new("file.empty", "文件是空的。请确认选对了文件，打开看一看里面有没有内容。");

    internal static DocumentRefusal TooBig(long limit) =>
        new("file.too-big", Text($"文件超过 {Megabytes(limit)} MB。请删去图片和用不到的工作表，或者分成几个文件。"));

    internal static DocumentRefusal Unpacked(long limit) =>
        new("file.unpacked-too-big", Text($"文件解开后超过 {Megabytes(limit)} MB，为安全起见没有打开。请把需要的表格复制到一个新文件里再试。"));

    internal static DocumentRefusal Password { get; } = new("file.password", "文件设有密码，打不开。请在 Excel 或 WPS 里取消密码，另存后再试。");

    internal static DocumentRefusal NotAWorkbook { get; } =
        new("file.not-a-workbook", "这不是表格文件。请选 .xlsx、.xls 或 .csv 文件；WPS 的 .et 文件请先另存为 .xlsx。");

    internal static DocumentRefusal WebPage { get; } =
        new("file.web-page", "这个文件其实是网页，只是名字像表格。请用 Excel 或 WPS 打开，另存为 .xlsx 后再试。");

    internal static DocumentRefusal Damaged { get; } = new("file.damaged", "文件已损坏，读不出来。请用 Excel 或 WPS 打开，另存为新的 .xlsx 文件后再试。");

    internal static DocumentRefusal TooManySheets(int limit) => new("file.too-many-sheets", Text($"工作表超过 {limit} 张。请只留下需要的工作表。"));

    internal static DocumentRefusal TooManyRows(string sheet, int limit) =>
        new("sheet.too-many-rows", Text($"工作表“{sheet}”超过 {limit} 行。请分成几个文件。"));

    internal static DocumentRefusal TooManyColumns(string sheet, int limit) =>
        new("sheet.too-many-columns", Text($"工作表“{sheet}”超过 {limit} 列。请删去用不到的列。"));

    internal static DocumentRefusal TooWide(string sheet) =>
        new("sheet.used-range", Text($"工作表“{sheet}”的已用区域太大，多半是整行整列设了格式。请把有内容的部分复制到新文件里再试。"));

    internal static DocumentRefusal QuoteOpen(int line) =>
        new("sheet.quote-open", Text($"第 {line} 行附近有一个没有配对的引号（\"），后面的内容无法分开。请补上或删去这个引号，或另存为 .xlsx 后再试。"));

    internal static DocumentRefusal NotANumber(string shown) => new("cell.not-a-number", $"“{shown}”不是数字。请只填数字，单位写在表头里。");

    internal static DocumentRefusal NotWhole(string shown) => new("cell.not-whole", $"“{shown}”不是整数。这里只能填整数，如 12。");

    internal static DocumentRefusal NotAPercentage(string shown) => new("cell.not-a-percentage", $"“{shown}”不是百分比。请填成 97.2% 的样子。");

    internal static DocumentRefusal NotADate(string shown) => new("cell.not-a-date", $"“{shown}”不是日期。请填成 2026-09-01 的样子。");

    internal static DocumentRefusal DateWithoutDay(string shown) => new("cell.date-without-day", $"“{shown}”没有写明是哪一天。请填成 2026-09-01 的样子。");

    internal static DocumentRefusal DateUnclear(string shown) =>
        new("cell.date-unclear", $"“{shown}”看不出哪个是月、哪个是日。请填成 2026-09-01 的样子。");

    internal static DocumentRefusal NotYesNo(string shown) => new("cell.not-yes-no", $"“{shown}”看不出是还是否。请填“是”或“否”。");

    internal static DocumentRefusal Unreadable(string shown) =>
        new("cell.unreadable", $"“{shown}”里有读不出来的字。请用 Excel 或 WPS 打开原文件，另存为 .xlsx 后再试。");

    internal static DocumentRefusal DigitsLost(string shown) =>
        new("cell.digits-lost", $"“{shown}”超过 15 位，Excel 已经把末尾的数字变成了 0。请先把这一列设为文本格式，再重新填写。");

    private static long Megabytes(long bytes) => Math.Max(1, bytes / 1_048_576);

    private static string Text(FormattableString sentence) => sentence.ToString(CultureInfo.InvariantCulture);
}
