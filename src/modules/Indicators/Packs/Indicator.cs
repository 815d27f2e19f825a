using System.Globalization;
using Shuren.Contracts.Organization;
using Shuren.Formulas;

namespace Shuren.Indicators.Packs;

/// <summary>Words in both languages.</summary>
internal sealed record PackWords(string Zh, string En)
{
    public override string ToString() => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" ? En : Zh;
}

/// <summary>Which way is better.</summary>
internal enum Direction
{
    /// <summary>越高越好.</summary>
    Up,

    /// <summary>越低越好.</summary>
    Down,

    /// <summary>Neither: it describes.</summary>
    None,
}

/// <summary>Where its value comes from.</summary>
internal enum Basis
{
    /// <summary>Counted from the rolls.</summary>
    Roll,

    /// <summary>Reported, since no roll has it (上报数).</summary>
    Figure,

    /// <summary>A requirement that documents show to be met (材料认定).</summary>
    Material,
}

/// <summary>What is measured, how, and what shall be reached.</summary>
/// <param name="Code">Unique among all packs; formulas name it <c>[code]</c>.</param>
/// <param name="Item">Its number in the document, such as R1; several indicators may belong to one item.</param>
/// <param name="Group">The heading in the document.</param>
/// <param name="Name">Its name.</param>
/// <param name="Formula">What is computed, bound without errors.</param>
/// <param name="Direction">Which way is better.</param>
/// <param name="Decimals">How many are shown; nothing is rounded on the way.</param>
/// <param name="Goal">What shall be reached; null where the document sets nothing.</param>
/// <param name="Levels">Where it has a meaning.</param>
/// <param name="Basis">Where its value comes from.</param>
/// <param name="Counts">Whether the pack's verdict needs it.</param>
/// <param name="Unit">The unit where the formula's own does not read well, such as 名/百人; may be empty.</param>
/// <param name="Note">What a reader has to know about it; may be empty.</param>
internal sealed record Indicator(
    string Code, string Item, PackWords Group, PackWords Name, FormulaReading Formula, Direction Direction, int Decimals, Goal? Goal, IReadOnlyList<Level> Levels, Basis Basis, bool Counts, PackWords Unit, PackWords Note)
{
    /// <summary>Whether it has a meaning for a unit.</summary>
    public bool Fits(UnitCard unit) => Levels.OfType<Level?>().Contains(Packs.Levels.Of(unit.Kind));

    /// <summary>The unit of its value as it is shown: that of the pack, or else the formula's, such as 平方米/人; empty where it has none.</summary>
    public string UnitShown => Unit.Zh.Length > 0 ? Unit.ToString() : Formula.IsCondition ? "" : Formula.Unit(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" ? Language.English : Language.Chinese);
}

/// <summary>A figure that a pack wants reported.</summary>
/// <param name="Code">Unique among all packs.</param>
/// <param name="Name">What is asked.</param>
/// <param name="Unit">Its unit; empty for plain numbers.</param>
/// <param name="IsQuestion">True where it asks whether something is so: 1 or 0.</param>
/// <param name="Months">After so many months it is too old to count; null where it holds until it is reported anew.</param>
internal sealed record FigureItem(string Code, PackWords Name, PackWords Unit, bool IsQuestion, int? Months);

/// <summary>A set of indicators that one document asks for.</summary>
/// <param name="Id">Stays the same for ever.</param>
/// <param name="Version">Counts its editions.</param>
/// <param name="Title">Its name.</param>
/// <param name="Source">The document: name and number.</param>
/// <param name="Indicators">In the order of the document.</param>
/// <param name="Figures">What has to be reported for them.</param>
internal sealed record Pack(string Id, string Version, PackWords Title, PackWords Source, IReadOnlyList<Indicator> Indicators, IReadOnlyList<FigureItem> Figures)
{
    /// <summary>Whether the document says when all of it is met: the county passes or does not.</summary>
    public bool HasVerdict => Indicators.Any(indicator => indicator.Counts);
}

/// <summary>What is wrong in a file of a pack, where, and what to do.</summary>
internal sealed record PackFault(string File, int Line, int Column, PackWords Message)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{File}:{Line}:{Column} {Message.Zh} {Message.En}");
}
