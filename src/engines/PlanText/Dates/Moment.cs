namespace Shuren.PlanText.Dates;

/// <summary>How sure it is that words of time say by when.</summary>
internal enum Weight
{
    /// <summary>A bare year or month: a due date only where a clause begins with it.</summary>
    Bare,

    /// <summary>每月, 每学期: a rhythm; the last day is the end of the plan year.</summary>
    Rhythm,

    /// <summary>6月底前, 年内, 上半年.</summary>
    Certain,
}

/// <summary>One piece of time in a text.</summary>
/// <param name="Length">How many characters it takes.</param>
/// <param name="Year">The year it names itself, or the plan year.</param>
/// <param name="LastDay">The last day it allows; null where no year is known.</param>
/// <param name="Weight">How sure it is.</param>
internal readonly record struct Moment(int Length, int? Year, DateOnly? LastDay, Weight Weight)
{
    private static readonly string[] Rhythms = ["每半学期", "每季度", "每半年", "每学期", "每学年", "每月", "每周", "每年", "每季"];
    private static readonly string[] YearEnds = ["年底以前", "年底之前", "年底前", "年末前", "年度内", "年内", "年底", "年末", "全年", "本年度", "当年"];
    private static readonly string[] Terms = ["秋季学期", "秋学期", "秋季开学", "春季学期", "春学期", "春季开学", "新学期", "新学年", "开学"];
    private static readonly string[] Holidays = ["暑假", "暑期", "寒假"];

    /// <summary>Reads what stands at a position; null where it is no time.</summary>
    internal static Moment? Read(ReadOnlySpan<char> text, int at, int? planYear)
    {
        var lead = Words.OneOf(text, at, "截至", "截止", "到", "至", "于")?.Length ?? 0;
        if (Words.Year(text, at + lead) is not 0 and var year && YearSign(text, at + lead + 4) is > 0 and var sign)
            return ReadAfterYear(text, at, lead + 4 + sign, year, lead > 0);
        if (PrintedDate.Read(text, at + lead) is { } printed)
            return new(lead + printed.Length + (Words.OneOf(text, at + lead + printed.Length, "之前", "以前", "前")?.Length ?? 0), printed.Date.Year, printed.Date, Weight.Certain);
        if (Words.OneOf(text, at, "今年", "本年", "明年", "次年", "翌年") is { } spoken)
            return ReadAfterYear(text, at, spoken.Length, planYear + (spoken[0] is '今' or '本' ? 0 : 1), false);
        if (Words.OneOf(text, at, Rhythms) is { } rhythm)
            return new(rhythm.Length, planYear, EndOf(planYear), Weight.Rhythm);
        return ReadInYear(text, at, planYear) ?? ReadYearEnd(text, at, planYear);
    }

    private static int YearSign(ReadOnlySpan<char> text, int at) => Words.OneOf(text, at, "年度", "年")?.Length ?? 0;

    private static DateOnly? EndOf(int? year) => year is { } known ? SchoolDays.LastOfYear(known) : null;

    private static Moment ReadAfterYear(ReadOnlySpan<char> text, int at, int length, int? year, bool isLed)
    {
        if (ReadInYear(text, at + length, year) is { } inYear)
            return inYear with { Length = inYear.Length + length, Weight = Weight.Certain };
        var end = Words.OneOf(text, at + length, "底之前", "底以前", "底前", "末前", "年底前", "年底", "底", "末", "以前", "之前", "内", "前");
        var before = end is "以前" or "之前" or "前" && year is { } known ? known - 1 : year;
        return new(length + (end?.Length ?? 0), year, EndOf(before), end is not null || isLed ? Weight.Certain : Weight.Bare);
    }

    /// <summary>Months, quarters, halves, terms and holidays.</summary>
    private static Moment? ReadInYear(ReadOnlySpan<char> text, int at, int? year) =>
        ReadMonth(text, at, year) ?? ReadQuarter(text, at, year) ?? ReadTerm(text, at, year) ?? ReadHolidays(text, at, year);

    private static Moment? ReadMonth(ReadOnlySpan<char> text, int at, int? year)
    {
        var (month, digits) = Words.Number(text, at);
        var follows = at > 0 && (char.IsAsciiDigit(text[at - 1]) || text[at - 1] is '·' or '.');
        if (digits == 0 || follows || month is < 1 or > 12 || !Words.At(text, at + digits, "月"))
            return null;
        var length = digits + 1;
        var (day, dayDigits) = Words.Number(text, at + length);
        if (dayDigits > 0 && Words.OneOf(text, at + length + dayDigits, "日", "号") is not null)
            return ReadDay(text, at, length + dayDigits + 1, year, month, day);
        var part = Words.OneOf(text, at + length, "份底", "底", "末", "上旬", "中旬", "下旬", "份", "初");
        length += part?.Length ?? 0;
        var before = Words.OneOf(text, at + length, "之前", "以前", "前");
        length += before?.Length ?? 0;
        DateOnly? last = year is not { } known ? null : part switch
        {
            "上旬" or "初" => new(known, month, 10),
            "中旬" => new(known, month, 20),
            null or "份" when before is not null => new DateOnly(known, month, 1).AddDays(-1),
            _ => SchoolDays.LastOfMonth(known, month),
        };
        return new(length, year, last, part is null && before is null ? Weight.Bare : Weight.Certain);
    }

    /// <summary>9月1日前: the day itself still counts, as offices use the words.</summary>
    private static Moment? ReadDay(ReadOnlySpan<char> text, int at, int length, int? year, int month, int day)
    {
        var before = Words.OneOf(text, at + length, "之前", "以前", "前");
        if (year is not { } known)
            return new(length + (before?.Length ?? 0), null, null, Weight.Certain);
        return day >= 1 && day <= DateTime.DaysInMonth(known, month)
            ? new(length + (before?.Length ?? 0), year, new(known, month, day), Weight.Certain)
            : null;
    }

    private static Moment? ReadQuarter(ReadOnlySpan<char> text, int at, int? year)
    {
        var skip = Words.At(text, at, "第") ? 1 : 0;
        var (quarter, digits) = Words.Number(text, at + skip);
        var month = digits > 0 && quarter is >= 1 and <= 4 && Words.At(text, at + skip + digits, "季度") ? quarter * 3 : 0;
        var length = skip + digits + 2;
        if (month == 0)
        {
            month = Words.At(text, at, "上半年") ? 6 : Words.At(text, at, "下半年") ? 12 : 0;
            length = 3;
        }

        if (month == 0)
            return null;
        length += Words.OneOf(text, at + length, "底前", "末前", "结束前", "底", "末", "内", "前")?.Length ?? 0;
        return new(length, year, year is { } known ? SchoolDays.LastOfMonth(known, month) : null, Weight.Certain);
    }

    private static Moment? ReadTerm(ReadOnlySpan<char> text, int at, int? year)
    {
        if ((Words.OneOf(text, at, Terms) ?? OpeningSeason(text, at)) is not { } term)
            return null;
        var before = Words.OneOf(text, at + term.Length, "开学之前", "开学以前", "开学前", "之前", "以前", "前", "开学");
        var isBefore = before?.EndsWith('前') ?? false;
        var opens = before == "开学" || Words.OneOf(text, at + term.Length, "投入使用", "投用", "启用", "正式启用", "交付", "新增") is not null;
        if (!isBefore && (term is "新学期" or "新学年" || term.EndsWith("开学", StringComparison.Ordinal)))
            return null;
        DateOnly? last = year is not { } known ? null : (term[0] == '春', isBefore, opens) switch
        {
            (true, true, _) => SchoolDays.BeforeSpringTerm(known),
            (true, _, true) => SchoolDays.SpringTermStarts(known),
            (true, _, _) => SchoolDays.SpringTermEnds(known),
            (_, true, _) => SchoolDays.BeforeAutumnTerm(known),
            (_, _, true) => SchoolDays.AutumnTermStarts(known),
            _ => SchoolDays.AutumnTermInPlanYear(known),
        };
        return new(term.Length + (before?.Length ?? 0), year, last, Weight.Certain);
    }

    /// <summary>秋季新增, 秋季投用: the season stands for its term where something begins with it.</summary>
    private static string? OpeningSeason(ReadOnlySpan<char> text, int at) =>
        Words.OneOf(text, at, "秋季", "春季") is { } season && Words.OneOf(text, at + season.Length, "新增", "投用", "启用", "投入使用", "交付") is not null ? season : null;

    private static Moment? ReadHolidays(ReadOnlySpan<char> text, int at, int? year)
    {
        if (Words.OneOf(text, at, Holidays) is not { } holidays)
            return null;
        var part = Words.OneOf(text, at + holidays.Length, "结束前", "期间", "前", "内");
        DateOnly? last = year is not { } known ? null : (holidays[0], part) switch
        {
            ('暑', "前") => SchoolDays.SpringTermEnds(known),
            ('暑', _) => SchoolDays.SummerHolidaysEnd(known),
            (_, "前") => SchoolDays.LastOfMonth(known, 1),
            _ => SchoolDays.WinterHolidaysEnd(known),
        };
        return new(holidays.Length + (part?.Length ?? 0), year, last, part is null ? Weight.Bare : Weight.Certain);
    }

    /// <summary>年内, 年底前, 全年; never the end of 三年内.</summary>
    private static Moment? ReadYearEnd(ReadOnlySpan<char> text, int at, int? year)
    {
        var isCounted = at > 0 && (char.IsAsciiDigit(text[at - 1]) || "一二三四五六七八九十两几近多每往历".Contains(text[at - 1]));
        return !isCounted && Words.OneOf(text, at, YearEnds) is { } end
            ? new(end.Length, year, EndOf(year), Weight.Certain)
            : null;
    }
}
