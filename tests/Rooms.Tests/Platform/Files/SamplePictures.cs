using System.Buffers.Binary;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using ImageMagick;
using Shuren.Testing;

namespace Shuren.Rooms.Tests.Platform.Files;

/// <summary>Pictures made by ImageMagick with places written into them by exiftool; both know nothing of our parsers.</summary>
internal static class SamplePictures
{
    /// <summary>What stands in the metadata beside the place.</summary>
    public const string Secret = "实验小学门口31.2304N";

    /// <summary>The kinds of picture.</summary>
    public static readonly string[] Kinds = ["plain.jpg", "progressive.jpg", "colour.png", "animated.gif", "lossless.webp", "lossy.webp", "animated.webp"];

    /// <summary>A picture that is turned (orientation 6) and tells where it was taken, in every way that its type knows.</summary>
    public static byte[] WithPlace(string kind)
    {
        var path = Path.Combine(TemporaryFolders.New("picture"), kind);
        File.WriteAllBytes(path, Make(kind));
        List<string> tags = [$"-XMP-dc:Description={Secret}", "-XMP-exif:GPSLatitude=31.2304", "-XMP-exif:GPSLongitude=121.4737"];
        if (!kind.EndsWith(".gif", StringComparison.Ordinal))
            tags.AddRange(["-EXIF:GPSLatitude=31.2304", "-EXIF:GPSLatitudeRef=N", "-EXIF:GPSLongitude=121.4737", "-EXIF:GPSLongitudeRef=E", $"-EXIF:ImageDescription={Secret}", "-EXIF:Make=Phone", "-EXIF:Orientation#=6"]);
        if (kind.EndsWith(".jpg", StringComparison.Ordinal))
            tags.AddRange(["-IPTC:CodedCharacterSet=UTF8", $"-IPTC:City={Secret}", $"-Comment={Secret}"]);
        if (kind.EndsWith(".png", StringComparison.Ordinal))
            tags.AddRange([$"-PNG:Description={Secret}", $"-PNG:Comment={Secret}"]);
        if (kind.EndsWith(".gif", StringComparison.Ordinal))
            tags.Add($"-Comment={Secret}");
        Exiftool([.. tags, "-overwrite_original", path]);
        return File.ReadAllBytes(path);
    }

    /// <summary>A film of one empty track with a place in its user data, as phones write it.</summary>
    public static byte[] Film(string handler = "vide")
    {
        var place = Box("udta", Box("\u00A9xyz", [0, 17, 0x15, 0xC7, .. "+31.2304+121.4737/"u8]), Box("meta", new byte[4]));
        var media = Box("mdia", Box("mdhd", new byte[24]), Box("hdlr", [.. new byte[8], .. Encoding.ASCII.GetBytes(handler), .. new byte[13]]), Box("minf", Box("stbl", Box("stts", new byte[8]))));
        return [.. Box("ftyp", "isom\0\0\u0002\0isommp41"u8.ToArray()), .. Box("moov", Box("mvhd", new byte[100]), Box("trak", Box("tkhd", new byte[84]), media, place), place), .. Box("mdat", "frames"u8.ToArray()), .. Box("uuid", "+31.2304+121.4737/"u8.ToArray())];
    }

    /// <summary>What exiftool finds in a file, one line a tag, each with its group.</summary>
    public static string Tags(string kind, byte[] bytes)
    {
        var path = Path.Combine(TemporaryFolders.New("picture"), kind);
        File.WriteAllBytes(path, bytes);
        return Exiftool(["-a", "-G1", "-s", "-ee", path]);
    }

    private static byte[] Make(string kind)
    {
        using var frames = new MagickImageCollection();
        for (var frame = 0; frame < (kind.StartsWith("animated", StringComparison.Ordinal) ? 3 : 1); frame++)
        {
            var image = new MagickImage(new MagickColor((byte)(40 * frame), 120, 200), 48, 32) { AnimationDelay = 10 };
            image.AddNoise(NoiseType.Gaussian);
            if (kind.StartsWith("progressive", StringComparison.Ordinal))
                image.Settings.Interlace = Interlace.Plane;
            image.Settings.SetDefine(MagickFormat.WebP, "lossless", kind.StartsWith("lossless", StringComparison.Ordinal));
            frames.Add(image);
        }
        return frames.ToByteArray(Path.GetExtension(kind) switch { ".jpg" => MagickFormat.Jpeg, ".png" => MagickFormat.Png, ".gif" => MagickFormat.Gif, _ => MagickFormat.WebP });
    }

    private static byte[] Box(string type, params byte[][] parts)
    {
        var body = parts.SelectMany(part => part).ToArray();
        var head = new byte[8];
        BinaryPrimitives.WriteInt32BigEndian(head, body.Length + 8);
        Encoding.Latin1.GetBytes(type, head.AsSpan(4));
        return [.. head, .. body];
    }

    private static string Exiftool(string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("exiftool", ["-charset", "UTF8", "-q", .. arguments]) { RedirectStandardOutput = true })!;
        var said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? said : throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"exiftool ended with {process.ExitCode}: {said}"));
    }
}
