using Shuren.Kernel;
using Shuren.Platform;
using Shuren.Platform.Exchange;

namespace Shuren.Schools.ImportRolls;

/// <summary>What is wrong with a row and how to mend it, in the language of the reader.</summary>
internal sealed class ProblemWords(RefusalWords words)
{
    public string Reason(RowProblem problem) => words.Of(new Refusal(problem.Code, "", [.. problem.Args]));

    public string Mend(RowProblem problem) => words.Of(new Refusal(problem.Code + "Mend", "", [.. problem.Args]));
}
