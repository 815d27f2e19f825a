using Shuren.Kernel;

namespace Shuren.Organization;

/// <summary>Sentences of the resource with their gaps filled, in the reader's language.</summary>
internal static class Sentences
{
    public static string Filled(this string sentence, params object?[] args) => Filling.Fill(sentence, args);
}
