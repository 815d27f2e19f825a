using System.Text.RegularExpressions;

namespace Shuren.Documents.Workbooks.Writing;

/// <summary>What a text must become before a cell may hold it.</summary>
internal static partial class CellStrings
{
    /// <summary>Excel's limit, in UTF-16 units.</summary>
    internal const int MaxLength = 32_767;

    internal const string CutMark = "……（内容过长，已截断）";

    /// <summary>Line breaks as \n, nothing that XML or Excel cannot hold, and not too long.</summary>
    internal static string Clean(string text) => Cut(XmlCharacters.Keep(text));

    /// <summary>Excel reads <c>_x0041_</c> as the letter A; a text that says so literally has its underscore written as a code.</summary>
    internal static string Escape(string text) => CharacterCode().Replace(text, "_x005F$0");

    /// <summary>A text that a program could take for a formula when it is edited or saved as CSV.</summary>
    internal static bool LooksLikeFormula(string text) => text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '＝' or '＋' or '－' or '＠';

    private static string Cut(string text)
    {
        if (text.Length <= MaxLength)
            return text;
        var end = MaxLength - CutMark.Length;
        return text[..(char.IsHighSurrogate(text[end - 1]) ? end - 1 : end)] + CutMark;
    }

    [GeneratedRegex("_(?=x[0-9A-Fa-f]{4}_)")]
    private static partial Regex CharacterCode();
}
