using System.Globalization;
using System.Resources;
using Shuren.Kernel;

namespace Shuren.Platform;

/// <summary>Turns a refusal into a sentence in the language of the request: the rooms bring the words.</summary>
public sealed class RefusalWords(IEnumerable<IModule> modules)
{
    private readonly ResourceManager[] texts = [.. modules.SelectMany(module => module.Texts), PlatformText.ResourceManager];

    /// <summary>The sentence. A code without words is a bug that shows as the code itself.</summary>
    public string Of(Refusal refusal)
    {
        var sentence = texts.Select(text => text.GetString(refusal.Code, CultureInfo.CurrentUICulture)).FirstOrDefault(found => found is not null);
        return sentence is null ? refusal.Code : Sentences.Filled(sentence, [.. refusal.Args]);
    }

    /// <summary>All sentences of a refused outcome, one to a line.</summary>
    public string Of(IReadOnlyList<Refusal> refusals) => string.Join(Environment.NewLine, refusals.Select(Of));
}
