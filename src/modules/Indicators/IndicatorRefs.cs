using System.Security.Cryptography;
using System.Text;
using Shuren.Kernel;

namespace Shuren.Indicators;

/// <summary>How the room's things are named in the thread.</summary>
internal static class IndicatorRefs
{
    /// <summary>An indicator has a code and no row; its id is made of the code, the same everywhere and for ever.</summary>
    public static Ref Indicator(string code) => new("indicators", "indicator", new(SHA256.HashData(Encoding.UTF8.GetBytes("shuren indicator " + code)).AsSpan(0, 16)));
}
