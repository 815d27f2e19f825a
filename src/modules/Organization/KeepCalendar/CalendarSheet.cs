using Shuren.Documents.Workbooks;
using Shuren.Kernel;

namespace Shuren.Organization.KeepCalendar;

/// <summary>What a file says: with a problem nothing of it is written.</summary>
internal sealed record CalendarSheetReading(IReadOnlyList<DayChange> Days, IReadOnlyList<SheetProblem> Problems);

/// <summary>The workbook (or .csv) in which a year's holidays come: one row a day.</summary>
internal static class CalendarSheet
{
    private const string Day = "day";
    private const string Kind = "kind";
    private const string Name = "name";
    private const string Local = "local";

    private static readonly string[] Off = ["休", "放假", "休息", "off", "holiday"];
    private static readonly string[] Works = ["班", "上班", "调休上班", "work"];

    /// <summary>The largest file that is read.</summary>
    public const long MostBytes = 2 * 1_048_576;

    private static readonly WorkbookLimits Limits = new() { MaxBytes = MostBytes, MaxUnpackedBytes = 20 * 1_048_576, MaxRows = 1_000 };

    private static IReadOnlyList<WantedColumn> Wanted =>
    [
        new(Day, [CalendarText.Day, "日期", "date"]), new(Kind, [CalendarText.OffOrWork, "安排", "休/班", "kind"]), new(Name, [CalendarText.DayName, "名称", "节日", "holiday"]),
        new(Local, [CalendarText.IsLocal, "本地", "local"], IsRequired: false),
    ];

    /// <summary>The year's exceptions; a year without any gives an empty form to fill in.</summary>
    public static byte[] Write(int year, IEnumerable<KeptDay> days)
    {
        SheetColumn[] columns =
        [
            new(Day, CalendarText.Day, 14, CellKind.Date), new(Kind, CalendarText.OffOrWork, 12) { Choices = [CalendarText.Off, CalendarText.Works] }, new(Name, CalendarText.DayName, 24),
            new(Local, CalendarText.IsLocal, 12) { Choices = [CalendarText.Yes, CalendarText.No] },
        ];
        var rows = days.OrderBy(day => day.Day).Select(day => (IReadOnlyList<object?>)[day.Day, day.Works ? CalendarText.Works : CalendarText.Off, day.Name, day.Origin == DayOrigin.Local ? CalendarText.Yes : CalendarText.No]);
        using var stream = new MemoryStream();
        var title = CalendarText.YearTitle.Filled(year);
        WorkbookWriter.Write(stream, new(title, CalendarText.WorkCalendar, [new(title, columns, rows) { Title = title, Subtitle = CalendarText.SheetSubtitle }])
        {
            Notes = [new(CalendarText.Day, CalendarText.NoteDay), new(CalendarText.OffOrWork, CalendarText.NoteKind), new(CalendarText.DayName, CalendarText.NoteName), new(CalendarText.IsLocal, CalendarText.NoteLocal)],
        });
        return stream.ToArray();
    }

    /// <summary>Understands the rows; collects what is wrong instead of stopping at it.</summary>
    public static Outcome<CalendarSheetReading> Read(Stream file, string fileName)
    {
        var reading = WorkbookReader.Read(file, fileName, Limits);
        if (reading.Refusal is { } refusal)
            return new Refusal("CalendarSheetNotRead", "File", refusal.Message);
        if (reading.Sheets.FirstOrDefault(sheet => !sheet.IsHidden && sheet.Rows.Count > 0) is not { } sheet)
            return new Refusal("CalendarSheetEmpty", "File");
        var head = HeaderMap.Find(sheet, Wanted);
        if (!head.IsComplete)
            return new Refusal("CalendarSheetHeads", "File", string.Join("、", head.Missing.Where(column => column.IsRequired).Select(column => column.Names[0])));
        var problems = new List<SheetProblem>();
        var days = head.RowsOf(sheet).Where(row => Wanted.Any(column => !head.Cell(row, column.Key).IsEmpty)).Select(row => Row(head, row, problems)).OfType<DayChange>().ToList();
        problems.AddRange(days.GroupBy(day => day.Day).Where(same => same.Count() > 1).Select(same => new SheetProblem("", CalendarText.SheetTwice.Filled(same.Key))));
        return new CalendarSheetReading(days, problems);
    }

    private static DayChange? Row(HeaderMap head, RowReading row, List<SheetProblem> problems)
    {
        var before = problems.Count;
        var day = CellText.Day(head.Cell(row, Day));
        if (day.Value is null)
            problems.Add(new(CellName(head, row, Day), day.Refusal?.Message ?? CalendarText.SheetDayMissing));
        var kind = CellText.Words(head.Cell(row, Kind));
        bool? works = kind == CalendarText.Works || Works.Contains(kind, StringComparer.OrdinalIgnoreCase) ? true : kind == CalendarText.Off || Off.Contains(kind, StringComparer.OrdinalIgnoreCase) ? false : null;
        if (works is null)
            problems.Add(new(CellName(head, row, Kind), CalendarText.SheetKind.Filled(kind)));
        var name = CellText.Words(head.Cell(row, Name));
        if (name.Length is 0 or > 40)
            problems.Add(new(CellName(head, row, Name), CalendarText.SheetName));
        var local = CellText.YesNo(head.Cell(row, Local));
        if (local.Refusal is { } refusal)
            problems.Add(new(CellName(head, row, Local), refusal.Message));
        return problems.Count > before ? null : new(day.Value!.Value, works, name, local.Value ?? false); // A row without a problem has its day.
    }

    private static string CellName(HeaderMap head, RowReading row, string key) => head.Cell(row, key).Name;
}
