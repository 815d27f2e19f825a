using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Shuren.Organization.SecondFactors;

/// <summary>
/// Codes by time (TOTP): RFC 6238 with what every program on a phone understands - HMAC-SHA-1, half minutes, six digits.
/// The framework's own generator is internal to its user manager; this is the RFC in a few lines, checked against its vectors.
/// </summary>
internal static class Totp
{
    /// <summary>The length of a secret in bytes: 160 bits, as RFC 4226 recommends.</summary>
    public const int SecretBytes = 20;

    private const int StepSeconds = 30;
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>The number of the half minute.</summary>
    public static long StepAt(DateTime utc) => (long)(utc - DateTime.UnixEpoch).TotalSeconds / StepSeconds;

    /// <summary>The six digits of a half minute.</summary>
    [SuppressMessage("Security", "CA5350", Justification = "RFC 6238 as phones implement it; HMAC does not rest on what is weak in SHA-1.")]
    public static string CodeAt(ReadOnlySpan<byte> secret, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> hash = stackalloc byte[SHA1.HashSizeInBytes];
        HMACSHA1.HashData(secret, counter, hash);
        var number = BinaryPrimitives.ReadUInt32BigEndian(hash[(hash[^1] & 0xf)..]) & 0x7fff_ffff;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    /// <summary>The half minute whose code was typed: this one or a neighbour, for clocks that differ, and later than the last one taken. Null for none.</summary>
    public static long? Match(ReadOnlySpan<byte> secret, string typed, DateTime now, long last)
    {
        var digits = Encoding.ASCII.GetBytes(string.Concat(typed.Where(char.IsAsciiDigit)));
        long? found = null;
        for (var step = StepAt(now) - 1; step <= StepAt(now) + 1; step++)
        {
            if (step > last && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(CodeAt(secret, step)), digits))
                found = step;
        }
        return found;
    }

    /// <summary>A secret as people type it.</summary>
    public static string Written(ReadOnlySpan<byte> secret)
    {
        var text = new StringBuilder();
        var (bits, held) = (0, 0);
        foreach (var value in secret)
        {
            (bits, held) = ((bits << 8) | value, held + 8);
            for (; held >= 5; held -= 5)
                text.Append(Base32[(bits >> (held - 5)) & 31]);
            bits &= (1 << held) - 1;
        }
        return held == 0 ? text.ToString() : text.Append(Base32[(bits << (5 - held)) & 31]).ToString();
    }

    /// <summary>The address that a phone's program reads from the QR code.</summary>
    public static string Address(string issuer, string account, ReadOnlySpan<byte> secret) =>
        $"otpauth://totp/{Uri.EscapeDataString(issuer)}:{Uri.EscapeDataString(account)}?secret={Written(secret)}&issuer={Uri.EscapeDataString(issuer)}";
}
