namespace Shuren.Kernel.Identifiers;

/// <summary>组织机构代码, 9 characters (GB 11714-1997): the characters 9 to 17 of a credit code, the last of them its own check character.</summary>
public static class OrganisationCode
{
    private static ReadOnlySpan<byte> Weights => [3, 7, 9, 10, 5, 8, 4, 2];

    /// <summary>The first fault of a code without its hyphen, or null.</summary>
    public static IdentifierFault? FaultOf(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        if (code.Length != 9)
            return IdentifierFault.Length;
        foreach (var character in code)
        {
            if (!char.IsAsciiDigit(character) && !char.IsAsciiLetterUpper(character))
                return IdentifierFault.Characters;
        }
        return CheckCharacterOf(code.AsSpan(0, 8)) == code[8] ? null : IdentifierFault.CheckDigit;
    }

    /// <summary>The check character of the first 8: a digit or X, which stands for ten.</summary>
    /// <exception cref="ArgumentException">These are not 8 digits and capital letters.</exception>
    public static char CheckCharacterOf(ReadOnlySpan<char> body)
    {
        if (body.Length != 8)
            throw new ArgumentException("A check character is reckoned from 8 characters.", nameof(body));
        var sum = 0;
        for (var at = 0; at < 8; at++)
            sum += ValueOf(body[at]) * Weights[at];
        return (11 - sum % 11) switch { 10 => 'X', 11 => '0', var digit => (char)('0' + digit) };
    }

    private static int ValueOf(char character) => character switch
    {
        >= '0' and <= '9' => character - '0',
        >= 'A' and <= 'Z' => character - 'A' + 10,
        _ => throw new ArgumentException($"'{character}' stands in no organisation code.", nameof(character)),
    };
}
