using System.Collections.Frozen;

namespace Shuren.Kernel.Identifiers;

/// <summary>The provinces of GB/T 2260 by their first two digits.</summary>
internal static class Provinces
{
    private static readonly FrozenSet<string> Codes = FrozenSet.ToFrozenSet(
    [
        "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37", "41", "42", "43", "44", "45", "46",
        "50", "51", "52", "53", "54", "61", "62", "63", "64", "65", "71", "81", "82", "83",
    ]);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Lookup = Codes.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether a division code begins with a province. 83 stands in the residence permits of people from Taiwan.</summary>
    public static bool IsOne(ReadOnlySpan<char> division) => division.Length >= 2 && Lookup.Contains(division[..2]);
}
