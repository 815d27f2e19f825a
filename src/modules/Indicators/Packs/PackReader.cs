using System.Globalization;
using Shuren.Formulas;
using Shuren.Formulas.Catalogues;
using YamlDotNet.Core;

namespace Shuren.Indicators.Packs;

/// <summary>Reads all packs of a district together: their formulas may name one another's terms, indicators and dated numbers.</summary>
internal sealed class PackReader
{
    private readonly IReadOnlyList<PackFile> files;
    private readonly Catalogue catalogue;

    private PackReader(IReadOnlyList<PackFile> files, IReadOnlyList<Fact> facts)
    {
        this.files = files;
        Unique(files.SelectMany(file => file.Terms.Select(term => (file, term.Node, term.Definition.Name.English)).Concat(file.Indicators.Select(draft => (file, draft.Node, draft.Code)))));
        foreach (var (file, item) in files.SelectMany(file => file.Figures.Select(item => (file, item))).GroupBy(one => one.item.Name.Zh).SelectMany(group => group.Skip(1)))
            file.Faults.Add(YamlDotNet.Core.Mark.Empty, $"上报项目“{item.Name.Zh}”有两个。", $"Two figures are called \"{item.Name.Zh}\".");
        catalogue = new Catalogue(Facts.FigureFacts.Reach, [.. facts, Facts.FigureFacts.Of([.. files.SelectMany(file => file.Figures)])], [.. files.SelectMany(file => file.Parameters)],
            [.. files.SelectMany(file => file.Terms.Select(term => term.Definition).Concat(file.Indicators.Select(draft => new Definition(new(draft.Code, draft.Name.Zh), draft.Node.Optional("formula")))))]);
    }

    /// <summary>Reads them.</summary>
    /// <param name="texts">Name and text of each file.</param>
    /// <param name="facts">What may be counted.</param>
    /// <returns>The packs, the catalogue that their formulas are bound by, and what is wrong; no pack where anything is.</returns>
    public static (IReadOnlyList<Pack> Packs, Catalogue? Catalogue, IReadOnlyList<PackFault> Faults) Read(IReadOnlyList<(string Name, string Text)> texts, IReadOnlyList<Fact> facts)
    {
        List<PackFile> files = [.. texts.Select(text => PackFile.Read(text.Name, text.Text))];
        PackReader reader;
        try
        {
            // Declarations that cannot stand beside each other, such as two dated numbers of one name, are told by the catalogue.
            reader = new PackReader(files, facts);
        }
        catch (ArgumentException wrong)
        {
            return ([], null, [.. Faults(files), new(texts[0].Name, 1, 1, new(wrong.Message, wrong.Message))]);
        }
        List<Pack> packs = [.. files.Select(reader.PackOf)];
        return Faults(files) is { Count: > 0 } faults ? ([], null, faults) : (packs, reader.catalogue, []);
    }

    private static List<PackFault> Faults(List<PackFile> files) => [.. files.SelectMany(file => file.Faults.All)];

    private static void Unique(IEnumerable<(PackFile File, PackNode Node, string Code)> named)
    {
        foreach (var (file, node, code) in named.GroupBy(one => one.Code, StringComparer.OrdinalIgnoreCase).SelectMany(group => group.Skip(1)))
            file.Faults.Add(node.At("code"), $"代码“{code}”用了两次。", $"The code \"{code}\" stands twice.");
    }

    private Pack PackOf(PackFile file)
    {
        foreach (var (node, _) in file.Terms)
            Formula(file, node);
        return new(file.Id, file.Version, file.Title, file.Source, [.. file.Indicators.Select(draft => IndicatorOf(file, draft))], file.Figures);
    }

    private Indicator IndicatorOf(PackFile file, PackFile.Draft draft)
    {
        draft.Node.Needed("formula");
        return new(draft.Code, draft.Item, draft.Group, draft.Name, Formula(file, draft.Node), draft.Direction, draft.Decimals, GoalOf(file, draft.Node), draft.Levels, draft.Basis, draft.Counts, draft.Unit, draft.Note);
    }

    private FormulaReading Formula(PackFile file, PackNode node)
    {
        var reading = Formulas.Formula.Read(node.Optional("formula"), catalogue);
        foreach (var wrong in reading.Diagnostics)
        {
            // In quotation marks or over several lines a formula is told by its beginning.
            var plain = node.Scalar("formula") is { Style: ScalarStyle.Plain } && wrong.Line == 1;
            var at = node.At("formula");
            file.Faults.Add(new Mark(at.Index, at.Line, at.Column + (plain ? wrong.Column - 1 : 0)), $"{wrong.Message.Chinese}{wrong.Hint?.Chinese}", $"{wrong.Message.English} {wrong.Hint?.English}".TrimEnd());
        }
        return reading;
    }

    private Goal? GoalOf(PackFile file, PackNode node)
    {
        if (!node.Has("goal"))
            return null;
        var words = node.Optional("goal").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length > 1 && Enum.TryParse<GoalKind>(words[0], ignoreCase: true, out var kind) && !char.IsDigit(words[0][0])
            && words.Length == (kind == GoalKind.Range ? 3 : 2) && words.Skip(1).Select(BoundOf).ToList() is var bounds && !bounds.Contains(null))
        {
            return new(kind, bounds[0]!, bounds.ElementAtOrDefault(1)); // none is null
        }
        file.Faults.Add(node.At("goal"), "目标写成：reach 85、floor 85、ceiling 45、exact 100、range 2 3，数也可以是一个有日期的标准。", "A goal is written: reach 85, floor 85, ceiling 45, exact 100, range 2 3; a number may be a dated one by its name.");
        return null;
    }

    private Bound? BoundOf(string word)
    {
        if (decimal.TryParse(word, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            return new(number, null);
        return catalogue.Parameters.FirstOrDefault(parameter => parameter.Name.English == word) is { } dated ? new(null, dated) : null;
    }
}
