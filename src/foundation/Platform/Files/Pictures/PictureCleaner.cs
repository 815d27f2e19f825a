using Shuren.Kernel;

namespace Shuren.Platform.Files.Pictures;

/// <summary>
/// Takes out of a picture or film what is not the picture: place, camera, owner, comments, previews. The picture itself is copied byte for
/// byte, nothing is decoded; what cannot be taken apart is refused.
/// </summary>
internal static class PictureCleaner
{
    private static readonly Dictionary<FileType, Action<ByteReader, Stream>> Cleaners = new()
    {
        [FileTypes.Jpeg] = JpegCleaner.Clean, [FileTypes.Png] = PngCleaner.Clean, [FileTypes.Gif] = GifCleaner.Clean, [FileTypes.Webp] = WebpCleaner.Clean, [FileTypes.Mp4] = Mp4Cleaner.Clean,
    };

    /// <summary>Whether files of this type are cleaned.</summary>
    public static bool Cleans(FileType type) => Cleaners.ContainsKey(type);

    /// <summary>Writes the cleaned file. Reads and writes a local disk in pieces, whatever the file's size.</summary>
    /// <returns>Null when done, or <c>FilePictureBroken</c>, <c>FileHasPlaces</c>; then the target is of no use.</returns>
    public static Refusal? Clean(FileType type, string name, string from, string to)
    {
        using var input = new FileStream(from, FileMode.Open, FileAccess.Read, FileShare.Read, 1);
        using var output = new FileStream(to, FileMode.Create, FileAccess.Write, FileShare.None, 64 * 1024);
        var refusal = Clean(type, name, input, output);
        output.Flush(flushToDisk: true);
        return refusal;
    }

    /// <inheritdoc cref="Clean(FileType, string, string, string)"/>
    public static Refusal? Clean(FileType type, string name, Stream from, Stream to)
    {
        try
        {
            Cleaners[type](new ByteReader(from), to);
            return null;
        }
        catch (BrokenPictureException)
        {
            return new Refusal("FilePictureBroken", "", name, type.Name());
        }
        catch (PlacesInFilmException)
        {
            return new Refusal("FileHasPlaces", "", name);
        }
    }
}

/// <summary>The file is not built as its type demands. Never leaves <see cref="PictureCleaner"/>.</summary>
internal sealed class BrokenPictureException : Exception;

/// <summary>The film has a track of data in it, such as the places where it was taken. Never leaves <see cref="PictureCleaner"/>.</summary>
internal sealed class PlacesInFilmException : Exception;
