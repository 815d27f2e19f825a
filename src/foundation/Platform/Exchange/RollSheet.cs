using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Shuren.Platform.Exchange;

/// <summary>What a column holds.</summary>
public enum CellType
{
    /// <summary>Words.</summary>
    Text,

    /// <summary>A code or number that is not reckoned with: no spaces, half-width capitals.</summary>
    Code,

    /// <summary>A whole number.</summary>
    Whole,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A day.</summary>
    Day,

    /// <summary>A day of which people often know only the month; then it is the first.</summary>
    Month,

    /// <summary>Yes or no.</summary>
    YesNo,

    /// <summary>One of a code table.</summary>
    Choice,
}

/// <summary>One column of a roll that goes out and comes in.</summary>
public sealed class RollColumn
{
    /// <summary>Code name; the head of a .csv.</summary>
    public required string Key { get; init; }

    /// <summary>Head in Chinese, the name of the standard where it has one.</summary>
    public required string Head { get; init; }

    /// <summary>Head in English.</summary>
    public required string En { get; init; }
    public CellType Type { get; init; }

    /// <summary>Abbreviation of the item in JY/T 1002; empty where it has none.</summary>
    public string Item { get; init; } = "";
    public bool Required { get; init; }

    /// <summary>True where no two rows may say the same.</summary>
    public bool Unique { get; init; }

    /// <summary>True where <see cref="RollReader.Cleared"/> takes away what stands; elsewhere something always stands.</summary>
    public bool Clear { get; init; }

    /// <summary>Name of its code table; empty for other types.</summary>
    public string Codes { get; init; } = "";

    /// <summary>Letters that it may have at most.</summary>
    public int Most { get; init; } = 200;

    /// <summary>Other heads under which offices have it.</summary>
    public List<string> Synonyms { get; init; } = [];

    /// <summary>How to fill it in, in Chinese.</summary>
    public string Explain { get; init; } = "";

    /// <summary>How to fill it in, in English.</summary>
    public string ExplainEn { get; init; } = "";
}

/// <summary>A roll as a sheet: from it come the template, the reading, the errors and the export.</summary>
public sealed class RollSheet
{
    /// <summary>Code name, such as <c>pupils</c>.</summary>
    public string Name { get; set; } = "";

    /// <summary>Title in Chinese.</summary>
    public required string Title { get; init; }

    /// <summary>Title in English.</summary>
    public required string TitleEn { get; init; }

    /// <summary>Its columns in their order.</summary>
    public required List<RollColumn> Columns { get; init; }

    /// <summary>Reads a description in YAML.</summary>
    /// <exception cref="YamlDotNet.Core.YamlException">It is none: a bug, as descriptions are shipped with the house.</exception>
    public static RollSheet Parse(string name, string yaml)
    {
        var sheet = new DeserializerBuilder().WithNamingConvention(UnderscoredNamingConvention.Instance).WithEnumNamingConvention(UnderscoredNamingConvention.Instance).Build().Deserialize<RollSheet>(yaml);
        sheet.Name = name;
        return sheet;
    }

    /// <summary>Place of a column.</summary>
    /// <exception cref="InvalidOperationException">It has no such column: a bug.</exception>
    public int IndexOf(string key) => Columns.FindIndex(column => column.Key == key) is var at and >= 0 ? at : throw new InvalidOperationException($"{Name} has no column {key}.");
}
