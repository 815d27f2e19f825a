using System.Buffers;
using System.Collections.Frozen;

namespace Shuren.Kernel.Identifiers;

/// <summary>
/// 统一社会信用代码, 18 characters of an alphabet without I, O, S, V, Z (GB 32100-2015): registrar 1, category 1, division 6, organisation code 9,
/// check character by modulus 31. Some that are in use fail the check.
/// </summary>
public static class CreditCode
{
    private const string Alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private static readonly SearchValues<char> Letters = SearchValues.Create(Alphabet);

    private static readonly FrozenSet<string> Kinds = FrozenSet.ToFrozenSet(
    [
        "11", "12", "13", "19", "21", "29", "31", "32", "33", "34", "35", "39", "41", "49", "51", "52", "53", "59", "61", "62", "69", "71", "72", "79",
        "81", "89", "91", "92", "93", "A1", "A9", "N1", "N2", "N3", "N9", "Y1",
    ]);

    // 3^(i-1) mod 31, GB 32100-2015 table 4.
    private static ReadOnlySpan<byte> Weights => [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

    /// <summary>The first fault of a code, or null.</summary>
    public static IdentifierFault? FaultOf(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        if (code.Length != 18)
            return IdentifierFault.Length;
        if (code.AsSpan().IndexOfAnyExcept(Letters) >= 0 || !code.AsSpan(2, 6).AreDigits())
            return IdentifierFault.Characters;
        if (!Kinds.Contains(code[..2]))
            return IdentifierFault.Kind;
        return CheckCharacterOf(code.AsSpan(0, 17)) == code[17] ? null : IdentifierFault.CheckDigit;
    }

    /// <summary>The check character of the first 17.</summary>
    /// <exception cref="ArgumentException">These are not 17 characters of the alphabet.</exception>
    public static char CheckCharacterOf(ReadOnlySpan<char> body)
    {
        if (body.Length != 17 || body.IndexOfAnyExcept(Letters) >= 0)
            throw new ArgumentException("A check character is reckoned from 17 characters of the alphabet.", nameof(body));
        var sum = 0;
        for (var at = 0; at < 17; at++)
            sum += Alphabet.IndexOf(body[at], StringComparison.Ordinal) * Weights[at];
        return Alphabet[(31 - sum % 31) % 31];
    }
}
