using System.Globalization;

namespace Shuren.Documents.Workbooks.Writing;

/// <summary>Names of tabs and cells as Excel wants them.</summary>
internal static class SheetNames
{
    private const int MaxLength = 31;

    /// <summary>One allowed name for each wanted one: no forbidden characters, short enough, no name twice.</summary>
    internal static IReadOnlyList<string> Allowed(IEnumerable<string> wanted)
    {
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return [.. wanted.Select(name => Free(Clean(name), taken))];
    }

    /// <summary>Column 1 is A, 27 is AA.</summary>
    internal static string Column(int number)
    {
        var letters = "";
        for (; number > 0; number = (number - 1) / 26)
            letters = (char)('A' + (number - 1) % 26) + letters;
        return letters;
    }

    internal static string Cell(int column, int row) => Column(column) + row.ToString(CultureInfo.InvariantCulture);

    /// <summary>A name inside a formula: quoted, its own quotes doubled.</summary>
    internal static string Quoted(string name) => $"'{name.Replace("'", "''", StringComparison.Ordinal)}'";

    private static string Clean(string name)
    {
        var clean = string.Concat(CellStrings.Clean(name).Select(c => c is '\\' or '/' or '?' or '*' or '[' or ']' or ':' or '\n' or '\t' ? ' ' : c)).Trim(' ', '\'');
        return clean.Length == 0 ? "表" : Shortened(clean, MaxLength);
    }

    private static string Free(string name, HashSet<string> taken)
    {
        for (var candidate = name; ; candidate = Numbered(name, taken.Count + 1))
        {
            if (taken.Add(candidate))
                return candidate;
            name = Shortened(name, MaxLength - 6);
        }
    }

    private static string Numbered(string name, int number) => string.Create(CultureInfo.InvariantCulture, $"{name} {number}");

    private static string Shortened(string name, int length) =>
        name.Length <= length ? name : name[..(char.IsHighSurrogate(name[length - 1]) ? length - 1 : length)];
}
