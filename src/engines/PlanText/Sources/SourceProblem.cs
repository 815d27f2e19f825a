namespace Shuren.PlanText.Sources;

/// <summary>Why a document could not be read.</summary>
public enum SourceProblemKind
{
    /// <summary>There is no text in it.</summary>
    Empty,

    /// <summary>The text is written in another language.</summary>
    NotChinese,

    /// <summary>The file has more bytes than allowed.</summary>
    TooLarge,

    /// <summary>The file holds more text than allowed.</summary>
    TooMuchText,

    /// <summary>The file has more pages than allowed.</summary>
    TooManyPages,

    /// <summary>Reading took longer than allowed.</summary>
    TookTooLong,

    /// <summary>A packed file that unpacks to far more than an honest one would (zip bomb).</summary>
    UnpacksTooLarge,

    /// <summary>A PDF that needs more memory than its reader may take.</summary>
    TooHeavy,

    /// <summary>The file is cut off or its inside is broken.</summary>
    Damaged,

    /// <summary>The file opens only with a password.</summary>
    PasswordProtected,

    /// <summary>A PDF of pictures without a text layer, such as a scan.</summary>
    ImageOnly,

    /// <summary>A kind of file that is not read.</summary>
    UnsupportedType,

    /// <summary>Text in an encoding that could not be told.</summary>
    UnknownEncoding,

    /// <summary>The program that reads PDF (poppler's pdftotext) is not installed.</summary>
    PdfReaderMissing,
}

/// <summary>Why a document could not be read, in words for its reader.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Code">The same as a stable kebab-case word, for scripts.</param>
/// <param name="Chinese">What is wrong and what to do, in Chinese.</param>
/// <param name="English">The same in English.</param>
public sealed record SourceProblem(SourceProblemKind Kind, string Code, string Chinese, string English);
