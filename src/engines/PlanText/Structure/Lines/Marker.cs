namespace Shuren.PlanText.Structure.Lines;

/// <summary>The kinds of numbering, from those that usually stand higher to those that usually stand lower.</summary>
internal enum MarkerKind
{
    /// <summary>第一部分, 第一篇, 第一编.</summary>
    Part,

    /// <summary>第一章.</summary>
    Chapter,

    /// <summary>第一节.</summary>
    Section,

    /// <summary>第一条.</summary>
    Article,

    /// <summary>一、</summary>
    Chinese,

    /// <summary>（一）</summary>
    ChineseInBrackets,

    /// <summary>1. 1、 1．</summary>
    Number,

    /// <summary>1.1, 1.1.1: the detail is the number of digits.</summary>
    Decimal,

    /// <summary>（1） 1）</summary>
    NumberInBrackets,

    /// <summary>①</summary>
    Circle,

    /// <summary>A. a) : the detail tells large from small letters.</summary>
    Letter,

    /// <summary>一是, 第一，, 其一, 一要.</summary>
    Spoken,

    /// <summary>任务一：, 行动二、</summary>
    Named,

    /// <summary>■ ● ◆ ▪: the detail is the sign.</summary>
    Bullet,

    /// <summary>No numbering: a short line of its own.</summary>
    OwnLine,

    /// <summary>No numbering: the first sentence of a paragraph.</summary>
    Lead,

    /// <summary>No numbering: a short sentence inside a paragraph.</summary>
    Inner,

    /// <summary>No numbering, but the format says heading: the detail is its level.</summary>
    Styled,
}

/// <summary>What makes two headings siblings: the same kind of numbering or the same form.</summary>
internal readonly record struct Family(MarkerKind Kind, int Detail = 0)
{
    /// <summary>Numberings whose order is fixed by custom; the others stand where they appear.</summary>
    internal bool HasRank => Kind < MarkerKind.Spoken;
}

/// <summary>A numbering or bullet at the beginning of a line.</summary>
/// <param name="Family">Its kind.</param>
/// <param name="Value">What it counts; 0 for a bullet.</param>
/// <param name="Length">How many characters of the line it takes.</param>
internal sealed record Marker(Family Family, int Value, int Length);
