using Shuren.Platform.Search;

namespace Shuren.Schools.Model;

/// <summary>The initials by which a person is found: 欧阳静怡 is oyjy. Of a character with several readings the first of the house's table.</summary>
internal static class NameInitials
{
    public static string Of(string name)
    {
        Span<char> initials = stackalloc char[Math.Min(name.Length, 64)];
        var count = 0;
        foreach (var character in name.AsSpan(0, initials.Length))
        {
            if (Initials.Of(char.ToLowerInvariant(character)) is [var first, ..])
                initials[count++] = first;
        }
        return new(initials[..count]);
    }
}
