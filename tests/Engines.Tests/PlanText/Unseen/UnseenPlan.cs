using System.Text;
using Shuren.PlanText.Scoring;

namespace Shuren.Engines.Tests.PlanText.Unseen;

/// <summary>A document of the folder, with its labels.</summary>
/// <param name="Bytes">As it would come from a disk.</param>
/// <param name="Labels">What a person reads in it.</param>
internal sealed record UnseenPlan(byte[] Bytes, GoldPlan Labels)
{
    /// <summary>Hard-wrapped lines in the encoding of old programs.</summary>
    private const string Chinese = "13-wrapped";

    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "PlanText", "Unseen");

    private static readonly Dictionary<string, string> Files = Directory.GetFiles(Folder).Where(f => Path.GetExtension(f) is ".txt" or ".md" or ".html").ToDictionary(f => Path.GetFileNameWithoutExtension(f));

    internal static IReadOnlyList<string> Names { get; } = [.. Files.Keys.Order(StringComparer.Ordinal)];

    internal string Text => Encoding.UTF8.GetString(Bytes);

    internal static string TextOf(string name) => File.ReadAllText(Files[name]);

    internal static UnseenPlan Load(string name)
    {
        Assert.True(GoldPlan.TryParse(File.ReadAllText(Path.Combine(Folder, name + ".gold.json")), out var labels, out var reason), reason);
        var text = TextOf(name);
        var encoding = name == Chinese ? CodePagesEncodingProvider.Instance.GetEncoding("GB18030")! : Encoding.UTF8; // the framework has it
        return new(encoding.GetBytes(text), labels!);
    }
}
