namespace Shuren.Kernel.Identifiers;

/// <summary>
/// 全国学籍号, 19 characters: G and the citizen number; J and 18 of the same form for a child without one; L for a time, which has four digits
/// of chance in place of sequence and check digit. The citizen number may change later and the G number stay: neither is derived from the other.
/// </summary>
public static class PupilNumber
{
    /// <summary>The first fault of a number, or null.</summary>
    public static IdentifierFault? FaultOf(string number)
    {
        ArgumentNullException.ThrowIfNull(number);
        if (number.Length != 19)
            return IdentifierFault.Length;
        return number[0] switch
        {
            'G' or 'J' => CitizenNumber.FaultOf(number[1..]),
            'L' => OfTime(number),
            _ => IdentifierFault.Kind,
        };
    }

    private static IdentifierFault? OfTime(string number)
    {
        if (!number.AsSpan(1).AreDigits())
            return IdentifierFault.Characters;
        if (!Provinces.IsOne(number.AsSpan(1)) && !number.AsSpan(1).StartsWith(CitizenNumber.ExampleDivisions, StringComparison.Ordinal))
            return IdentifierFault.Province;
        return CitizenNumber.DateAt(number, 7) is null ? IdentifierFault.Date : null;
    }
}
