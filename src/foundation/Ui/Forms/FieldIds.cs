namespace Shuren.Ui;

/// <summary>How an input is tied to its label, hint and problem. <see cref="Field"/> hands it to what stands inside.</summary>
/// <param name="Id">The input's id.</param>
/// <param name="DescribedBy">The ids of hint and problem for aria-describedby, or null.</param>
/// <param name="Invalid">"true" for aria-invalid when there is a problem, else null.</param>
public sealed record FieldIds(string Id, string? DescribedBy, string? Invalid)
{
    /// <summary>The id of the input named <paramref name="name"/>: <c>f-items-0-due</c> for <c>Items[0].Due</c>.</summary>
    public static string Of(string name)
    {
        var letters = name.Select(letter => char.IsAsciiLetterOrDigit(letter) ? char.ToLowerInvariant(letter) : '-').ToArray();
        return "f-" + string.Join('-', new string(letters).Split('-', StringSplitOptions.RemoveEmptyEntries));
    }
}
