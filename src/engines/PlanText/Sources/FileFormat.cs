namespace Shuren.PlanText.Sources;

/// <summary>The kinds of document that are told apart.</summary>
internal enum FileFormat
{
    PlainText,
    Markdown,
    Html,
    Docx,
    Pdf,

    /// <summary>An Office document behind a password: an OLE file around an encrypted package.</summary>
    Encrypted,

    /// <summary>A packed file that cannot be opened.</summary>
    Broken,

    /// <summary>Anything else; the name says what.</summary>
    Unsupported,
}
