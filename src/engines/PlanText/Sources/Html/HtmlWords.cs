using System.Text;

namespace Shuren.PlanText.Sources.Html;

/// <summary>The words of one line, with white space as a browser shows it.</summary>
internal sealed class HtmlWords
{
    private readonly StringBuilder line = new();
    private bool hasBlank, hasBreak, hasFixedBlank;

    /// <summary>Adds source text: runs of blanks become one, and a line break between Chinese characters is none at all (CSS Text 3, 4.1.2).</summary>
    internal void Append(string source)
    {
        foreach (var character in source)
        {
            if (character is '\n' or '\r')
                hasBreak = true;
            else if (character is ' ' or '\t' or '\f')
                hasBlank = true;
            else if (char.IsWhiteSpace(character))
                hasFixedBlank = true; // &nbsp; and the ideographic space are meant, not laid out
            else if (character is not ('\u200B' or '\uFEFF' or '\u00AD') && !char.IsControl(character))
                AppendSeen(character);
        }
    }

    /// <summary>Gives the line and begins the next.</summary>
    internal string Take()
    {
        var words = line.ToString();
        line.Clear();
        (hasBlank, hasBreak, hasFixedBlank) = (false, false, false);
        return words;
    }

    private void AppendSeen(char character)
    {
        // The blanks around a line break belong to it: they only indent the source.
        if (line.Length > 0 && (hasFixedBlank || (hasBreak ? !(IsWide(character) && IsWide(line[^1])) : hasBlank)))
            line.Append(' ');
        line.Append(character);
        (hasBlank, hasBreak, hasFixedBlank) = (false, false, false);
    }

    private static bool IsWide(char character) => character >= '\u2E80';
}
