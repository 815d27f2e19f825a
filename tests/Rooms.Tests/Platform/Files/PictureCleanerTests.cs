using System.Text;
using ImageMagick;
using Shuren.Platform.Files;
using Shuren.Platform.Files.Pictures;

namespace Shuren.Rooms.Tests.Platform.Files;

public class PictureCleanerTests
{
    public static TheoryData<string> Kinds => [.. SamplePictures.Kinds];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_place_is_gone_and_the_picture_is_the_same(string kind)
    {
        var before = SamplePictures.WithPlace(kind);
        Assert.Contains("GPSLatitude", SamplePictures.Tags(kind, before), StringComparison.Ordinal);

        var after = Clean(kind, before);

        var tags = SamplePictures.Tags(kind, after);
        Assert.DoesNotContain("GPS", tags, StringComparison.Ordinal);
        Assert.DoesNotContain("XMP", tags, StringComparison.Ordinal);
        Assert.DoesNotContain("IPTC", tags, StringComparison.Ordinal);
        Assert.DoesNotContain("Comment", tags, StringComparison.Ordinal);
        Assert.DoesNotContain("Phone", tags, StringComparison.Ordinal);
        Assert.DoesNotContain("Warning", tags, StringComparison.Ordinal);
        Assert.Equal(-1, after.AsSpan().IndexOf(Encoding.UTF8.GetBytes(SamplePictures.Secret)));
        Assert.Equal(Pixels(before), Pixels(after));
    }

    [Theory]
    [InlineData("plain.jpg")]
    [InlineData("progressive.jpg")]
    [InlineData("colour.png")]
    [InlineData("lossless.webp")]
    [InlineData("lossy.webp")]
    public void A_picture_that_lies_on_its_side_still_stands_upright_on_the_screen(string kind)
    {
        var after = Clean(kind, SamplePictures.WithPlace(kind));

        Assert.Contains("Rotate 90 CW", SamplePictures.Tags(kind, after), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void What_is_clean_stays_as_it_is(string kind)
    {
        var once = Clean(kind, SamplePictures.WithPlace(kind));

        Assert.Equal(once, Clean(kind, once));
    }

    [Fact]
    public void The_colour_profile_of_a_photograph_stays()
    {
        using var image = new MagickImage(SamplePictures.WithPlace("plain.jpg"));
        image.SetProfile(ColorProfiles.SRGB);

        using var after = new MagickImage(Clean("plain.jpg", image.ToByteArray(MagickFormat.Jpeg)));

        Assert.Equal(ColorProfiles.SRGB.ToByteArray(), after.GetColorProfile()!.ToByteArray());
    }

    [Fact]
    public void What_hangs_behind_the_picture_goes()
    {
        foreach (var kind in SamplePictures.Kinds)
        {
            var clean = Clean(kind, SamplePictures.WithPlace(kind));
            Assert.Equal(clean, Clean(kind, [.. clean, .. Encoding.UTF8.GetBytes(SamplePictures.Secret)]));
        }
    }

    [Fact]
    public void The_place_in_a_film_becomes_free_space_and_no_byte_moves()
    {
        var before = SamplePictures.Film();
        Assert.Contains("GPSCoordinates", SamplePictures.Tags("film.mp4", before), StringComparison.Ordinal);

        var after = Clean("film.mp4", before);

        Assert.Equal(before.Length, after.Length);
        Assert.DoesNotContain("GPS", SamplePictures.Tags("film.mp4", after), StringComparison.Ordinal);
        Assert.Equal(-1, after.AsSpan().IndexOf("121.4737"u8));
        Assert.Equal(before.AsSpan().IndexOf("frames"u8), after.AsSpan().IndexOf("frames"u8));
    }

    [Fact]
    public void A_film_with_a_track_of_places_is_refused() => Assert.Equal("FileHasPlaces", Refuse("film.mp4", SamplePictures.Film("meta")));

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_picture_that_breaks_off_is_refused_in_words(string kind)
    {
        var whole = SamplePictures.WithPlace(kind);

        Assert.Equal("FilePictureBroken", Refuse(kind, whole[..(whole.Length * 2 / 3)]));
        Assert.Equal("FilePictureBroken", Refuse(kind, whole[..14]));
    }

    private static byte[] Clean(string kind, byte[] bytes)
    {
        using var to = new MemoryStream();
        Assert.Null(PictureCleaner.Clean(TypeOf(kind), kind, new MemoryStream(bytes), to));
        return to.ToArray();
    }

    private static string? Refuse(string kind, byte[] bytes) => PictureCleaner.Clean(TypeOf(kind), kind, new MemoryStream(bytes), new MemoryStream())?.Code;

    private static FileType TypeOf(string kind) => FileTypes.All.Single(type => type.Endings.Contains(Path.GetExtension(kind)));

    private static List<string> Pixels(byte[] bytes)
    {
        using var frames = new MagickImageCollection(bytes);
        return frames.Select(frame => $"{frame.Width}x{frame.Height} {frame.AnimationDelay} {Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(frame.GetPixels().ToByteArray(PixelMapping.RGBA)!))}").ToList();
    }
}
