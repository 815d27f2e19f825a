namespace Shuren.PlanText.Sources.Pdf;

/// <summary>A page with its lines, as poppler orders them. Lengths in points, from the upper left corner.</summary>
internal sealed record PdfPage(int Number, double Height, IReadOnlyList<PdfLine> Lines);

/// <summary>A run of characters without a wide gap.</summary>
internal readonly record struct PdfWord(string Words, double Left, double Top, double Right, double Bottom)
{
    internal double Middle => (Top + Bottom) / 2;

    internal double Centre => (Left + Right) / 2;
}

/// <summary>A printed line.</summary>
internal sealed class PdfLine(int page, IReadOnlyList<PdfWord> pieces)
{
    internal int Page => page;

    internal IReadOnlyList<PdfWord> Pieces => pieces;

    internal string Words { get; } = Join(pieces);

    internal double Left { get; } = pieces.Min(piece => piece.Left);

    internal double Right { get; } = pieces.Max(piece => piece.Right);

    internal double Top { get; } = pieces.Min(piece => piece.Top);

    internal double Bottom { get; } = pieces.Max(piece => piece.Bottom);

    internal double Height => Bottom - Top;

    internal double Middle => (Top + Bottom) / 2;

    /// <summary>Words beside each other as one line: a blank only between Latin words, for Chinese knows none.</summary>
    internal static string Join(IEnumerable<PdfWord> pieces) =>
        pieces.Aggregate("", (line, piece) => line + LineJoin.Piece(line, piece.Words));
}
