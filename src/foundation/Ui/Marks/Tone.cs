namespace Shuren.Ui;

/// <summary>The colours a tag or a message may take. Colour never speaks alone: words stand beside it.</summary>
public enum Tone
{
    Plain,
    Brand,
    Red,
    Amber,
    Green,
    Blue,
}

internal static class ToneNames
{
    public static string On(this Tone tone, string name) => tone is Tone.Plain ? name : $"{name} {name}-{tone.ToString().ToLowerInvariant()}";
}
