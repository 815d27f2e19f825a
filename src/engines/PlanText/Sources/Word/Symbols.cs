namespace Shuren.PlanText.Sources.Word;

/// <summary>
/// Bullets of the symbol fonts (Wingdings, Symbol) as characters. Word keeps them in the private use area, where F0 stands
/// before the font's own code; the list holds those of Word's bullet library.
/// </summary>
internal static class Symbols
{
    internal static string Bullet(string pattern) => string.Concat(pattern.Select(Plain));

    internal static char Plain(char symbol) => symbol switch
    {
        '\uF0B7' or '\uF09F' or '\uF06C' => '●',
        '\uF06E' or '\uF0A7' => '■',
        '\uF071' or '\uF0A8' or '\uF06F' => '□',
        '\uF075' or '\uF076' => '◆',
        '\uF0D8' or '\uF0E8' => '➢',
        '\uF0FC' or '\uF0FE' => '✓',
        '\uF0B2' or '\uF0AB' => '★',
        >= '\uE000' and <= '\uF8FF' => '●',
        _ => symbol,
    };
}
