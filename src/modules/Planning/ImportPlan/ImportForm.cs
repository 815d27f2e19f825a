using Microsoft.AspNetCore.Http;

namespace Shuren.Planning.ImportPlan;

/// <summary>What is sent to import a document. The names of its fields are those of the properties.</summary>
/// <param name="File">The document.</param>
/// <param name="Text">Or its text.</param>
/// <param name="Kind">own, superior or reference.</param>
/// <param name="Part">The district whose part is taken; empty while nobody has chosen.</param>
/// <param name="Kept">A file that was brought before and is kept while its reader chooses a part.</param>
internal sealed record ImportForm(IFormFile? File, string Text, string Kind, string? Part, Guid? Kept)
{
    public static ImportForm Of(IFormCollection form) => new(
        form.Files.GetFile(nameof(File)) is { Length: > 0 } file ? file : null, form[nameof(Text)].ToString(), form[nameof(Kind)].ToString(),
        form[nameof(Part)].ToString() is { Length: > 0 } part ? part : null, Guid.TryParse(form[nameof(Kept)], out var kept) ? kept : null);
}
