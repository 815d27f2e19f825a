using System.Globalization;

namespace Shuren.Schools.Model;

/// <summary>Grades as schools say them: 小班, 三年级, 初一, 高二. They are names of the field, the same in every language of the screen.</summary>
internal static class GradeNames
{
    private static readonly string[] Digits = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"];

    /// <summary>A class as most schools call it: 三年级2班, 初一3班.</summary>
    public static string Class(int grade, int number) => string.Create(CultureInfo.InvariantCulture, $"{Short(grade)}{number}班");

    public static string Short(int grade) => (grade / 10, grade % 10) switch
    {
        (0, 0) => "托班",
        (0, 1) => "小班",
        (0, 2) => "中班",
        (0, 3) => "大班",
        (0, _) => "混龄班",
        (1, var year) => Digits[year] + "年级",
        (2, var year) => "初" + Digits[year],
        (3, var year) => "高" + Digits[year],
        (4, var year) => "职" + Digits[year],
        (_, var year) => "特" + Digits[year],
    };
}
