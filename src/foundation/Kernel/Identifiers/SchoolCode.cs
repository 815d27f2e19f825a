using System.Collections.Frozen;

namespace Shuren.Kernel.Identifiers;

/// <summary>
/// 学校(机构)标识码, 10 digits: category 2, province 2, serial 6; no check digit (学校(机构)代码管理办法, 2011). Never used again after a closing,
/// another when the category changes, the same when only the name does.
/// </summary>
public static class SchoolCode
{
    private static readonly FrozenSet<string> Categories = FrozenSet.ToFrozenSet(
        ["11", "21", "22", "31", "32", "33", "34", "35", "36", "37", "41", "42", "51", "91", "92", "93"]);

    /// <summary>The first fault of a code, or null.</summary>
    public static IdentifierFault? FaultOf(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        if (code.Length != 10)
            return IdentifierFault.Length;
        if (!code.AsSpan().AreDigits())
            return IdentifierFault.Characters;
        if (!Categories.Contains(code[..2]))
            return IdentifierFault.Kind;
        // 83 is no province of a school.
        return Provinces.IsOne(code.AsSpan(2)) && code[2..4] != "83" ? null : IdentifierFault.Province;
    }
}
