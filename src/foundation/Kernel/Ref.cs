namespace Shuren.Kernel;

/// <summary>Points at a thing of any room without knowing its table: what the thread and the audit keep.</summary>
/// <param name="Room">The room's name in lower case, such as <c>planning</c>.</param>
/// <param name="Kind">The noun in lower case, such as <c>task</c>.</param>
/// <param name="Id">The thing's id.</param>
public readonly record struct Ref(string Room, string Kind, Guid Id)
{
    /// <summary>The printed form, <c>room/kind/id</c>; <see cref="Parse"/> reads it back.</summary>
    public override string ToString() => $"{Room}/{Kind}/{Id:D}";

    /// <summary>Reads the printed form.</summary>
    /// <exception cref="FormatException">The text is not <c>room/kind/id</c>.</exception>
    public static Ref Parse(string text)
    {
        var parts = text.Split('/');
        return parts.Length == 3 && Guid.TryParse(parts[2], out var id)
            ? new Ref(parts[0], parts[1], id)
            : throw new FormatException($"Not a reference: {text}");
    }
}
