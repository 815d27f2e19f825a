using DocumentFormat.OpenXml.Wordprocessing;

namespace Shuren.Documents.OfficialDocuments.Writing;

/// <summary>
/// The typefaces that the standard asks for. They are named and never shipped (GW-FONT: their licences forbid it); where an office's
/// machine lacks one, Word takes the next name of the list.
/// </summary>
internal static class Typefaces
{
    internal const string FangSong = "仿宋_GB2312"; // GW-BODY
    internal const string KaiTi = "楷体_GB2312"; // GW-H2
    internal const string HeiTi = "黑体"; // GW-H1
    internal const string XiaoBiaoSong = "方正小标宋简体"; // GW-TITLE, GW-MARK
    internal const string SongTi = "宋体"; // GW-PAGE
    internal const string Latin = "Times New Roman";

    /// <summary>What Word may take instead, the best first.</summary>
    private static readonly (string Name, string Instead, FontFamilyValues Family)[] Known =
    [
        (FangSong, "仿宋,FangSong,华文仿宋,STFangsong", FontFamilyValues.Modern),
        (KaiTi, "楷体,KaiTi,华文楷体,STKaiti", FontFamilyValues.Modern),
        (HeiTi, "SimHei,华文黑体,STHeiti", FontFamilyValues.Modern),
        (XiaoBiaoSong, "方正小标宋_GBK,华文中宋,STZhongsong,宋体,SimSun", FontFamilyValues.Auto),
        (SongTi, "SimSun,华文宋体,STSong", FontFamilyValues.Auto),
    ];

    internal static Fonts Table() => new(Known.Select(k => new Font(
        new AltName { Val = k.Instead },
        new FontCharSet { Val = "86" }, // GB 2312
        new FontFamily { Val = k.Family },
        new Pitch { Val = FontPitchValues.Variable })
    { Name = k.Name }));

    internal static RunFonts Of(string eastAsian, string? latin = null) =>
        new() { Ascii = latin ?? Latin, HighAnsi = latin ?? Latin, EastAsia = eastAsian, ComplexScript = latin ?? Latin };
}
