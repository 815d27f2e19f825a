namespace Shuren.Ui;

/// <summary>What one unit has done, has at work, and has late.</summary>
/// <param name="Name">The unit.</param>
/// <param name="Href">The rows behind the numbers.</param>
/// <param name="Done">How many are done.</param>
/// <param name="Going">How many go on in time.</param>
/// <param name="Late">How many are late.</param>
public sealed record UnitBar(string Name, string? Href, int Done, int Going, int Late)
{
    internal int All => Done + Going + Late;
}
