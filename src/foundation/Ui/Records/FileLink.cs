namespace Shuren.Ui;

/// <summary>A file, a set of photos or of rows behind a claim.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Href">Where it opens.</param>
/// <param name="Bytes">Its size; null where it says nothing.</param>
/// <param name="Icon">The symbol: file, image or list.</param>
public sealed record FileLink(string Name, string Href, long? Bytes = null, string Icon = "file");
