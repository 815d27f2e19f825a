namespace Shuren.Documents.Streaming.Xlsx;

/// <summary>The name of a cell, such as <c>AB12</c>.</summary>
internal static class CellPlace
{
    /// <summary>The column that a name begins with, from 1; 0 where it does not begin with capital letters or is beyond all columns.</summary>
    internal static int ColumnOf(ReadOnlySpan<char> name)
    {
        var column = 0;
        foreach (var c in name)
        {
            if (c is < 'A' or > 'Z')
                break;
            column = column * 26 + c - 'A' + 1;
            if (column > 1_000_000)
                return 0;
        }
        return column;
    }
}
