namespace Shuren.Platform.Masks;

/// <summary>Covers the inner part of a value. The cover has the same length for every value, so that it tells nothing.</summary>
public static class Mask
{
    private const string Cover = "••••";

    /// <summary>The value as anybody may see it; empty for an empty one.</summary>
    public static string Of(MaskKind kind, string? value) => value switch
    {
        null or "" => "",
        _ => kind switch
        {
            MaskKind.Phone when value.Length >= 10 => value[..3] + Cover + value[^4..],
            MaskKind.Email when value.IndexOf('@', StringComparison.Ordinal) is > 0 and var at => value[..1] + Cover + value[at..],
            MaskKind.Code when value.Length >= 6 => value[..1] + Cover + value[^1..],
            _ => Cover,
        },
    };
}
