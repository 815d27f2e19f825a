using System.Text;

namespace Shuren.PlanText.Sources;

/// <summary>Lets Chinese text pass; an empty text and a text in another language come back as a problem.</summary>
internal static class LanguageCheck
{
    /// <summary>Below this share of its letters a text is not Chinese. A plan full of English names stays above one half.</summary>
    private const double LeastChineseShare = 0.2;

    /// <summary>Above this share of kana a text is Japanese, whatever its Han characters.</summary>
    private const double MostKanaShare = 0.1;

    internal static SourceReading Pass(SourceReading reading)
    {
        if (!reading.Succeeded)
            return reading;
        var (letters, chinese, kana) = Count(reading.Text.Text);
        if (letters == 0)
            return SourceReading.Refused(SourceProblemKind.Empty);
        return chinese < LeastChineseShare * letters || kana > MostKanaShare * letters
            ? SourceReading.Refused(SourceProblemKind.NotChinese)
            : reading;
    }

    private static (int Letters, int Chinese, int Kana) Count(string text)
    {
        var (letters, chinese, kana) = (0, 0, 0);
        foreach (var rune in text.EnumerateRunes())
        {
            if (!Rune.IsLetter(rune))
                continue;
            letters++;
            chinese += IsHan(rune.Value) ? 1 : 0;
            kana += rune.Value is >= 0x3041 and <= 0x30FF ? 1 : 0;
        }
        return (letters, chinese, kana);
    }

    /// <summary>The blocks of Han characters: unified, extension A, compatibility, and the supplementary planes.</summary>
    internal static bool IsHan(int value) =>
        value is (>= 0x4E00 and <= 0x9FFF) or (>= 0x3400 and <= 0x4DBF) or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x3FFFF);
}
