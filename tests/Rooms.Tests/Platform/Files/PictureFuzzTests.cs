using FsCheck;
using FsCheck.Fluent;
using Shuren.Platform.Files;
using Shuren.Platform.Files.Pictures;

namespace Shuren.Rooms.Tests.Platform.Files;

/// <summary>Pictures with random damage: cleaned or refused, never an exception, never more than came in, and clean at once.</summary>
public class PictureFuzzTests
{
    /// <summary>One damage: where (in thousandths of the file), what, with which byte.</summary>
    public sealed record Damage(int Where, int What, byte With);

    private static readonly Lazy<(FileType Type, byte[] Bytes)[]> Pictures = new(() =>
    [
        .. SamplePictures.Kinds.Select(kind => (FileTypes.All.Single(type => type.Endings.Contains(Path.GetExtension(kind))), SamplePictures.WithPlace(kind))),
        (FileTypes.Mp4, SamplePictures.Film()),
    ]);

    [Fact]
    public void Damaged_pictures_are_cleaned_or_refused()
    {
        var damage = from place in Gen.Choose(0, 999) from what in Gen.Choose(0, 4) from with in Gen.Choose(0, 255) select new Damage(place, what, (byte)with);
        var damages = Gen.Choose(0, 5).SelectMany(count => damage.ListOf(count));
        var cases = from which in Gen.Choose(0, Pictures.Value.Length - 1) from list in damages select (which, list.ToArray());

        Prop.ForAll(cases.ToArbitrary(), one => Holds(Pictures.Value[one.which].Type, one.Item2.Aggregate(Pictures.Value[one.which].Bytes, Damaged))).Check(Config.QuickThrowOnFailure.WithMaxTest(3000));
    }

    private static bool Holds(FileType type, byte[] bytes)
    {
        if (Clean(type, bytes) is not { } once)
            return true;
        return once.Length <= bytes.Length + 64 && Clean(type, once) is { } twice && twice.AsSpan().SequenceEqual(once);
    }

    private static byte[]? Clean(FileType type, byte[] bytes)
    {
        using var to = new MemoryStream();
        return PictureCleaner.Clean(type, "x", new MemoryStream(bytes), to) is null ? to.ToArray() : null;
    }

    private static byte[] Damaged(byte[] bytes, Damage damage)
    {
        var at = bytes.Length * damage.Where / 1000;
        var piece = bytes.AsSpan(at, Math.Min(damage.With, bytes.Length - at)).ToArray();
        return damage.What switch
        {
            0 => [.. bytes[..at], damage.With, .. bytes.Skip(at + 1)],
            1 => bytes[..at],
            2 => [.. bytes[..at], .. piece, .. bytes[at..]],
            3 => [.. bytes[..at], .. bytes[(at + piece.Length)..]],
            _ => [.. bytes[..at], 0xFF, damage.With, .. bytes[at..]],
        };
    }
}
