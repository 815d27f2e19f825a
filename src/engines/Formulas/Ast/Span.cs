namespace Shuren.Formulas.Ast;

/// <summary>Where a piece of a formula stands. All places are equal: two trees are the same whatever the spaces between their words.</summary>
internal readonly struct Span(int start, int length) : IEquatable<Span>
{
    public int Start { get; } = start;

    public int Length { get; } = length;

    public int End => Start + Length;

    public Span To(Span last) => new(Start, Math.Max(1, last.End - Start));

    public bool Equals(Span other) => true;

    public override bool Equals(object? obj) => obj is Span;

    public override int GetHashCode() => 0;
}

/// <summary>A list that equals another with equal items.</summary>
internal sealed class Items<T>(IEnumerable<T> items) : IEquatable<Items<T>>
{
    private readonly T[] all = [.. items];

    public IReadOnlyList<T> All => all;

    public bool Equals(Items<T>? other) => other is not null && all.SequenceEqual(other.all);

    public override bool Equals(object? obj) => Equals(obj as Items<T>);

    public override int GetHashCode() => all.Aggregate(all.Length, (hash, item) => HashCode.Combine(hash, item));
}
