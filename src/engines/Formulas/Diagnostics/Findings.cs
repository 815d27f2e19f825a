using Shuren.Formulas.Ast;

namespace Shuren.Formulas.Diagnostics;

/// <summary>Gathers what is wrong with one text, in the order of their places.</summary>
internal sealed class Findings(string text)
{
    /// <summary>A person mends a few at a time; a hostile text must not make a book of them.</summary>
    private const int Most = 20;

    private readonly List<(int Start, Diagnostic Diagnostic)> found = [];

    public bool Any => found.Count > 0;

    public IReadOnlyList<Diagnostic> All => [.. found.OrderBy(pair => pair.Start).Select(pair => pair.Diagnostic)];

    public void Add(Finding finding, Span at)
    {
        var start = Math.Clamp(at.Start, 0, text.Length);
        if (found.Count >= Most || found.Any(pair => pair.Start == start && pair.Diagnostic.Code == finding.Code))
            return;
        var before = text.AsSpan(0, start);
        var line = before.Count('\n') + 1;
        var column = start - (before.LastIndexOf('\n') + 1) + 1;
        found.Add((start, new Diagnostic(finding.Code, line, column, Math.Max(1, at.Length), finding.Message, finding.Hint)));
    }
}

/// <summary>What is wrong, before it has a place.</summary>
internal sealed record Finding(string Code, Told Message, Told? Hint = null);
