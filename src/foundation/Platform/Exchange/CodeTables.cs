using System.Collections.Frozen;
using System.Globalization;
using CsvHelper;

namespace Shuren.Platform.Exchange;

/// <summary>One entry of a code table.</summary>
/// <param name="Code">As the standard writes it.</param>
/// <param name="Value">As the house keeps it: the name of a value of an enumeration, or the code itself.</param>
/// <param name="Name">Chinese name.</param>
/// <param name="NameEn">English name.</param>
/// <param name="Synonyms">Other words for it.</param>
public sealed record CodeEntry(string Code, string Value, string Name, string NameEn, IReadOnlyList<string> Synonyms);

/// <summary>A table of codes: names, codes and usual words all lead to the value.</summary>
public sealed class CodeTable
{
    private readonly FrozenDictionary<string, CodeEntry> byWord;
    private readonly FrozenDictionary<string, CodeEntry> byValue;

    internal CodeTable(IReadOnlyList<CodeEntry> entries)
    {
        Entries = entries;
        var words = new Dictionary<string, CodeEntry>(StringComparer.OrdinalIgnoreCase);
        // Names and codes go before synonyms, so that no synonym hides one.
        foreach (var entry in entries)
            _ = words.TryAdd(entry.Name, entry) | words.TryAdd(entry.Code, entry) | words.TryAdd(entry.NameEn, entry);
        foreach (var (entry, word) in entries.SelectMany(entry => entry.Synonyms.Select(word => (entry, word))))
            words.TryAdd(word, entry);
        byWord = words.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
        byValue = entries.DistinctBy(entry => entry.Value).ToFrozenDictionary(entry => entry.Value);
    }

    /// <summary>In the order of the standard.</summary>
    public IReadOnlyList<CodeEntry> Entries { get; }

    /// <summary>The entry that a word names: a name, a code (a missing leading zero is forgiven), or a usual word; null for none.</summary>
    public CodeEntry? Find(string word) => byWord.GetValueOrDefault(word) ?? (word.Length == 1 ? byWord.GetValueOrDefault("0" + word) : null);

    /// <summary>The entry of a value that the house keeps; null for none.</summary>
    public CodeEntry? OfValue(string value) => byValue.GetValueOrDefault(value);
}

/// <summary>The code tables of a room, by name.</summary>
public sealed class CodeTables
{
    private readonly FrozenDictionary<string, CodeTable> tables;

    private CodeTables(IEnumerable<(string Table, CodeEntry Entry)> entries) =>
        tables = entries.GroupBy(one => one.Table).ToFrozenDictionary(table => table.Key, table => new CodeTable([.. table.Select(one => one.Entry)]));

    /// <summary>A table.</summary>
    public CodeTable this[string name] => tables[name];

    /// <summary>Reads tables from a .csv: table, code, value, name, name_en, synonyms parted by |.</summary>
    public static CodeTables Read(Stream csv)
    {
        using var reader = CsvReader.Create(csv);
        var entries = new List<(string, CodeEntry)>();
        while (reader.Read())
        {
            string[] synonyms = reader.GetString("synonyms").Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            entries.Add((reader.GetString("table"), new(reader.GetString("code"), reader.GetString("value"), reader.GetString("name"), reader.GetString("name_en"), synonyms)));
        }
        return new(entries);
    }
}
