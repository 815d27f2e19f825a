namespace Shuren.Ui;

/// <summary>What has to be changed before a form is taken. A <see cref="PostForm"/> hands it to its fields by their names.</summary>
/// <param name="All">The problems in the order of the fields.</param>
public sealed record FormProblems(IReadOnlyList<FormProblem> All)
{
    /// <summary>Nothing to change.</summary>
    public static FormProblems None { get; } = new([]);

    /// <summary>The sentence that stands at a field, or null.</summary>
    public string? At(string field) => All.FirstOrDefault(problem => problem.Field == field)?.Text;
}

/// <summary>One thing to change.</summary>
/// <param name="Field">The field's name; empty where it concerns the whole form.</param>
/// <param name="Text">What is wrong and how to mend it: 新增公办学位填数字，例如540.</param>
public sealed record FormProblem(string Field, string Text);
