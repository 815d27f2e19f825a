namespace Shuren.Platform.Exchange;

/// <summary>What is wrong with a row, and how to mend it.</summary>
/// <param name="Row">Number of the row in the file, from 1.</param>
/// <param name="Column">Key of the column; empty where it is the whole row.</param>
/// <param name="Code">Key of the sentence that says what is wrong; with <c>Mend</c> behind it the one that says how to mend it.</param>
/// <param name="Args">What is put into both.</param>
public sealed record RowProblem(int Row, string Column, string Code, params string[] Args)
{
    /// <summary>True where the row was taken all the same: somebody should look at it.</summary>
    public bool IsWarning { get; init; }
}

/// <summary>What became of a row.</summary>
public enum RowOutcome
{
    /// <summary>It says what stands already.</summary>
    Unchanged,

    /// <summary>It is new.</summary>
    Added,

    /// <summary>Something of it changed.</summary>
    Changed,

    /// <summary>It was not taken.</summary>
    Refused,
}

/// <summary>A row of a file as typed values of the roll's columns.</summary>
public sealed class RollRow(RollSheet roll, int number, object?[] values)
{
    private List<RowProblem>? problems;
    private bool isRefused;
    private HashSet<int>? cleared;

    /// <summary>Number in the file, from 1.</summary>
    public int Number => number;

    /// <summary>What is wrong with it, and what somebody should look at.</summary>
    public IReadOnlyList<RowProblem> Problems => problems ?? [];

    /// <summary>What became of it; <see cref="RowOutcome.Refused"/> as soon as something is wrong.</summary>
    public RowOutcome Outcome { get; private set; }

    /// <summary>Whether nothing is wrong so far that keeps it from being taken.</summary>
    public bool IsGood => !isRefused;

    /// <summary>Says what became of a row that was taken.</summary>
    public void Become(RowOutcome outcome) => Outcome = IsGood ? outcome : RowOutcome.Refused;

    /// <summary>Says what is wrong; the row is not taken.</summary>
    public void Refuse(string column, string code, params string[] args)
    {
        (problems ??= []).Add(new(number, column, code, args));
        (isRefused, Outcome) = (true, RowOutcome.Refused);
    }

    /// <summary>Says what somebody should look at; the row is taken.</summary>
    public void Warn(string column, string code, params string[] args) => (problems ??= []).Add(new(number, column, code, args) { IsWarning = true });

    /// <summary>Whether the cell of a column says something.</summary>
    public bool Has(int column) => values[column] is not null;

    /// <summary>Whether the cell of a column says that what stands shall go.</summary>
    public bool Clears(int column) => cleared?.Contains(column) == true;

    /// <summary>The value of a cell: string for words, codes and choices; <see cref="DateOnly"/>, long, decimal or bool. The default where the cell says nothing.</summary>
    public T? Get<T>(int column) => values[column] is T value ? value : default;

    /// <summary>The words or the code of a cell; empty where it says nothing.</summary>
    public string Text(int column) => values[column] as string ?? "";

    /// <inheritdoc cref="Text(int)"/>
    public string Text(string key) => Text(roll.IndexOf(key));

    internal void Clear(int column) => (cleared ??= []).Add(column);

    /// <summary>Puts a value that follows from others where the cell says nothing.</summary>
    public void Fill(int column, object value) => values[column] ??= value;
}
