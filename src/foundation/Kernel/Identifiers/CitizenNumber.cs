using System.Globalization;

namespace Shuren.Kernel.Identifiers;

/// <summary>公民身份号码, 18 characters (GB 11643-1999): division 6, date of birth 8, sequence 3 (odd for a man), check digit by ISO 7064 MOD 11-2.</summary>
public static class CitizenNumber
{
    /// <summary>Divisions that do not exist begin so; examples are made up under them, and they are taken like a province.</summary>
    public const string ExampleDivisions = "9999";

    private const string Checks = "10X98765432";

    // 2^(17-i) mod 11, GB 11643-1999 table 2.
    private static ReadOnlySpan<byte> Weights => [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

    /// <summary>The first fault of a number, or null. Division codes that are no longer in force are no fault.</summary>
    public static IdentifierFault? FaultOf(string number)
    {
        ArgumentNullException.ThrowIfNull(number);
        if (number.Length != 18)
            return IdentifierFault.Length;
        if (!number.AsSpan(0, 17).AreDigits() || !(char.IsAsciiDigit(number[17]) || number[17] == 'X'))
            return IdentifierFault.Characters;
        if (!Provinces.IsOne(number) && !number.StartsWith(ExampleDivisions, StringComparison.Ordinal))
            return IdentifierFault.Province;
        if (DateAt(number, 6) is null)
            return IdentifierFault.Date;
        return CheckDigitOf(number.AsSpan(0, 17)) == number[17] ? null : IdentifierFault.CheckDigit;
    }

    /// <summary>The check digit of the first 17: a digit or X, which stands for ten.</summary>
    /// <exception cref="ArgumentException">These are not 17 digits.</exception>
    public static char CheckDigitOf(ReadOnlySpan<char> body)
    {
        if (body.Length != 17 || !body.AreDigits())
            throw new ArgumentException("A check digit is reckoned from 17 digits.", nameof(body));
        var sum = 0;
        for (var at = 0; at < 17; at++)
            sum += (body[at] - '0') * Weights[at];
        return Checks[sum % 11];
    }

    /// <summary>The date of birth in a number of the right form; null where it is none.</summary>
    public static DateOnly? BornOn(string number) => number is { Length: 18 } ? DateAt(number, 6) : null;

    /// <summary>Whether the number is a man's (odd sequence); null where the number has not the right form.</summary>
    public static bool? IsMale(string number) => number is { Length: 18 } && char.IsAsciiDigit(number[16]) ? (number[16] - '0') % 2 == 1 : null;

    internal static DateOnly? DateAt(string text, int at) =>
        DateOnly.TryParseExact(text.AsSpan(at, 8), "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year >= 1800 ? day : null;

    internal static bool AreDigits(this ReadOnlySpan<char> text) => text.IndexOfAnyExceptInRange('0', '9') < 0;
}
