using System.Globalization;
using Shuren.Kernel;
using Shuren.Schools.Model;

namespace Shuren.Schools;

/// <summary>Words for the room's codes: the resource has one for each as <c>Type_Code</c>.</summary>
internal static class SchoolWords
{
    public static string Of<T>(T code) where T : struct, Enum => SchoolsText.ResourceManager.GetString($"{typeof(T).Name}_{code}", CultureInfo.CurrentUICulture) ?? code.ToString();

    /// <summary>A grade, as schools say it.</summary>
    public static string Grade(int grade) => GradeNames.Short(grade);

    public static string Subject(string code) => code.Length == 0 ? "" : SchoolsText.ResourceManager.GetString($"Subject_{code}", CultureInfo.CurrentUICulture) ?? code;

    /// <summary>From a day until the day before another: how a dated row is written.</summary>
    public static string Span(DateOnly since, DateOnly? until) => SchoolsText.SpanWords.Filled(Ui.Wording.FullDay(since), until is { } end ? Ui.Wording.FullDay(end.AddDays(-1)) : SchoolsText.Still);

    /// <summary>An area of hundredths of a square metre.</summary>
    public static string Area(long hundredths) => hundredths == 0 ? SchoolsText.NoFigure : Ui.Wording.Number(hundredths / 100m, 0) + " m²";
}
