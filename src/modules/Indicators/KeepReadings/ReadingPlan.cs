using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Shuren.Formulas;
using Shuren.Formulas.Sql;
using Shuren.Indicators.Packs;
using Shuren.Platform;
using Shuren.Platform.Windows;

namespace Shuren.Indicators.KeepReadings;

/// <summary>How readings are computed: the statements of a day, and the edition of all that they come from.</summary>
internal sealed class ReadingPlan
{
    private readonly PackBook book;
    private readonly ConcurrentDictionary<(SqlDialect, DateOnly), FormulaSet> sets = new();

    public ReadingPlan(PackBook book, IEnumerable<IModule> modules)
    {
        this.book = book;
        List<Window> windows = [.. modules.SelectMany(module => module.Windows)];
        var all = string.Join('\n', book.Indicators.Select(indicator => $"{indicator.Code} {indicator.Formula.Print(Language.English)}")
            .Concat(book.Catalogue.Indicators.Select(definition => $"{definition.Name.English} {definition.Text}"))
            .Concat(book.Catalogue.Parameters.Select(parameter => $"{parameter.Name.English} {string.Join(' ', parameter.Values)}"))
            .Concat(windows.Select(window => window.Sql)));
        Edition = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(all)));
        Sources = new(windows);
        Codes = [.. book.Indicators.Select(indicator => indicator.Code)];
    }

    /// <summary>Changes when a definition, a dated number or a window does: then everything is counted anew.</summary>
    public string Edition { get; }

    /// <summary>The codes of the indicators in the order in which they are computed.</summary>
    public IReadOnlyList<string> Codes { get; }

    /// <summary>What the windows are made of.</summary>
    public WindowSources Sources { get; }

    /// <summary>The statements of a day.</summary>
    public FormulaSet Of(SqlDialect dialect, DateOnly day)
    {
        // Yesterday's statements are of no more use.
        foreach (var old in sets.Keys.Where(key => key.Item2 < day.AddDays(-1)))
            sets.TryRemove(old, out _);
        return sets.GetOrAdd((dialect, day), key => new FormulaSet([.. book.Indicators.Select(indicator => indicator.Formula)], key.Item1, [key.Item2], "ds_totals"));
    }
}
