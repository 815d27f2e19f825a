using System.IO.Compression;
using System.Xml;

namespace Shuren.PlanText.Sources.Word;

/// <summary>
/// The parts of a .docx, opened one at a time as streams with a common budget: nothing is unpacked into memory whole,
/// and a part that unpacks too far stops its reader with <see cref="UnpackedTooFarException"/>.
/// </summary>
internal sealed class DocxPackage : IDisposable
{
    /// <summary>Small parts may pack well without harm; the ratio counts only above this size.</summary>
    private const long HarmlessBytes = 4 * 1024 * 1024;

    private readonly ZipArchive zip;
    private readonly SourceLimits limits;
    private long left;

    internal DocxPackage(byte[] bytes, SourceLimits limits)
    {
        zip = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
        this.limits = limits;
        left = limits.MaxUnpackedBytes;
        if (zip.Entries.Count > limits.MaxParts)
            throw new UnpackedTooFarException();
    }

    /// <summary>The name of the main part: word/document.xml, or its like in files of other writers (word/document2.xml).</summary>
    internal string MainPart => zip.GetEntry("word/document.xml")?.FullName
        ?? zip.Entries.First(entry => entry.FullName.StartsWith("word/document", StringComparison.OrdinalIgnoreCase)).FullName;

    /// <summary>Opens a part for reading, or null where the package has none of that name.</summary>
    internal XmlReader? Open(string name)
    {
        if (zip.GetEntry(name) is not { } entry)
            return null;
        return XmlReader.Create(new MeteredStream(entry.Open(), this, entry.CompressedLength), new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            CheckCharacters = false,
            CloseInput = true,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            MaxCharactersInDocument = limits.MaxUnpackedBytes,
        });
    }

    public void Dispose() => zip.Dispose();

    private void Spend(long read, long unpacked, long packed)
    {
        left -= read;
        if (left < 0 || (unpacked > HarmlessBytes && unpacked / Math.Max(1, packed) > limits.MaxUnpackRatio))
            throw new UnpackedTooFarException();
    }

    /// <summary>Counts what comes out of the unpacker, whatever the package claims about it.</summary>
    private sealed class MeteredStream(Stream inner, DocxPackage package, long packed) : Stream
    {
        private long unpacked;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => unpacked; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            var read = inner.Read(buffer);
            unpacked += read;
            package.Spend(read, unpacked, packed);
            return read;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                inner.Dispose();
            base.Dispose(disposing);
        }
    }
}

/// <summary>A package unpacks to more than allowed; it stops the XML reader in the middle and becomes a problem at the door.</summary>
internal sealed class UnpackedTooFarException : Exception;
