using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Shuren.Kernel;

namespace Shuren.Platform;

/// <summary>A sentence that is kept: the key of its words and what is put into them, so that each reader has it in the own language.</summary>
/// <param name="Code">A key of a room's text resource.</param>
/// <param name="Args">What stands in its places, already written.</param>
public sealed record Sentence(string Code, params string[] Args)
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>The sentence of a refusal.</summary>
    public static Sentence Of(Refusal refusal) => new(refusal.Code, [.. refusal.Args.Select(arg => arg.ToString() ?? "")]);

    /// <summary>Reads what <see cref="ToString"/> wrote; null for an empty text.</summary>
    public static Sentence? Parse(string? kept) =>
        string.IsNullOrEmpty(kept) || JsonSerializer.Deserialize<string[]>(kept) is not [var code, .. var args] ? null : new(code, args);

    /// <summary>As it is kept: a JSON list of the code and the arguments.</summary>
    public override string ToString() => JsonSerializer.Serialize<string[]>([Code, .. Args], Readable);

    /// <summary>The words in the language of the thread.</summary>
    public string In(RefusalWords words) => words.Of(new Refusal(Code, "", [.. Args]));
}
