namespace Shuren.Documents.OfficialDocuments;

/// <summary>
/// The figures of GB/T 9704-2012 (党政机关公文格式) that we lay documents out by; the letters in the comments name the fact. Margins of
/// 1999 (25 mm, 80 mm) are still printed on many pages: these are the ones in force. Lengths in millimetres, sizes in points.
/// </summary>
internal static class Layout
{
    // GW-PAPER, GW-TOP, GW-LEFT, GW-RIGHT, GW-BOTTOM; the type area of GW-AREA is what they leave: 156 x 225.
    internal const double PaperWidth = 210, PaperHeight = 297;
    internal const double Top = 37, Left = 28, Right = 26, Bottom = 35;

    internal const int LinesPerPage = 22; // GW-LINES
    internal const int CharactersPerLine = 28; // GW-CHARS
    internal const double LinePitch = 28.95; // GW-LEAD: 22 lines fill 225 mm best

    /// <summary>
    /// GW-PITCH: size 3 is 15.75 pt by the standard's table but 16 pt in Word, where only 27 would stand in a line of 442 pt. We tighten the
    /// letters by the difference. Word's own grid of characters would do it too, but LibreOffice then gives each character two places.
    /// </summary>
    internal const double CharacterTightening = -0.25;
    internal const double CharacterPitch = Size3 + CharacterTightening;

    internal const double Size2 = 22, Size3 = 16, Size4 = 14, SmallSize4 = 12, Size5 = 10.5; // 2号, 3号, 4号, 小四, 五号

    internal const double MarkBelowTypeAreaTop = 35; // GW-MARK
    internal const double RedLineBelowNumber = 4; // GW-REDLINE
    internal const double PageNumberBelowTypeArea = 7; // GW-PAGE
    internal const int DateFromRight = 4; // GW-DATE, in characters
    internal const string Red = "FF0000"; // GW-COLOUR

    /// <summary>The mark's height is the office's choice (GW-MARK): as large as one line allows, within these.</summary>
    internal const double MinMarkSize = 22, MaxMarkSize = 62;

    internal const double PointsPerMillimetre = 72 / 25.4;

    /// <summary>Word counts in twentieths of a point.</summary>
    internal static int Twips(double millimetres) => TwipsOfPoints(millimetres * PointsPerMillimetre);

    internal static int TwipsOfPoints(double points) => (int)Math.Round(points * 20);
}
