using System.Buffers.Binary;
using System.Text;

namespace Shuren.PlanText.Sources;

/// <summary>
/// The directory of an OLE compound file, as far as it tells an encrypted .docx from an old .doc ([MS-CFB] 2.6).
/// </summary>
internal static class CompoundFile
{
    private const int DirectoryEntryBytes = 128;
    private const int NameLengthOffset = 64;
    private const int ObjectTypeOffset = 66;
    private const byte StreamType = 2;

    internal static ReadOnlySpan<byte> Signature => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    /// <summary>
    /// True when the directory names such a stream. Directory entries stand at multiples of 128 bytes, so looking there
    /// finds them without following the sector chain, also in a file that is cut off.
    /// </summary>
    internal static bool HasStream(ReadOnlySpan<byte> bytes, string name)
    {
        var wanted = Encoding.Unicode.GetBytes(name);
        for (var at = 512; at + DirectoryEntryBytes <= bytes.Length; at += DirectoryEntryBytes)
        {
            var entry = bytes.Slice(at, DirectoryEntryBytes);
            // The stored length counts the closing zero.
            if (entry[ObjectTypeOffset] == StreamType
                && BinaryPrimitives.ReadUInt16LittleEndian(entry[NameLengthOffset..]) == wanted.Length + 2
                && entry.StartsWith(wanted))
                return true;
        }
        return false;
    }
}
