namespace Shuren.PlanText.Structure.Rules;

/// <summary>Words in a fixed order: <c>^</c> the text begins so, <c>$</c> it ends so, <c>…</c> anything may stand between.</summary>
internal sealed class Pattern
{
    private readonly string[] parts;
    private readonly bool fromStart;
    private readonly bool toEnd;

    internal Pattern(string rule)
    {
        fromStart = rule.StartsWith('^');
        toEnd = rule.EndsWith('$');
        parts = rule.Trim('^', '$').Split('…');
    }

    /// <summary>Looks once through the text, whatever it holds.</summary>
    internal bool Matches(ReadOnlySpan<char> text)
    {
        var end = text.Length;
        if (toEnd)
        {
            if (!text.EndsWith(parts[^1], StringComparison.Ordinal))
                return false;
            end -= parts[^1].Length;
        }

        var at = 0;
        for (var i = 0; i < parts.Length - (toEnd ? 1 : 0); i++)
        {
            var found = at > end ? -1 : text[at..end].IndexOf(parts[i], StringComparison.Ordinal);
            if (found < 0 || (i == 0 && fromStart && found > 0))
                return false;
            at += found + parts[i].Length;
        }

        return !(fromStart && toEnd && parts.Length == 1) || end == 0;
    }
}

/// <summary>Patterns of which any will do.</summary>
internal sealed class PatternList(IEnumerable<Pattern> patterns)
{
    private readonly Pattern[] all = [.. patterns];

    internal bool Match(ReadOnlySpan<char> text)
    {
        foreach (var pattern in all)
        {
            if (pattern.Matches(text))
                return true;
        }

        return false;
    }
}
