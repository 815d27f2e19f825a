namespace Shuren.Ui;

/// <summary>One vertical head of a matrix.</summary>
/// <param name="Key">What the rows' marks are asked by.</param>
/// <param name="Label">The head: a unit's name.</param>
public sealed record MatrixHead(string Key, string Label);

/// <summary>Rows of a matrix under one heading.</summary>
/// <typeparam name="TRow">The row's type.</typeparam>
/// <param name="Title">The heading: 二、扩优提质.</param>
/// <param name="Rows">Its rows, in order.</param>
public sealed record MatrixGroup<TRow>(string Title, IReadOnlyList<TRow> Rows);

/// <summary>What stands where a row and a head meet.</summary>
public enum MatrixMark
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>● answers for it.</summary>
    Full,

    /// <summary>○ helps.</summary>
    Ring,
}
