using Shuren.Kernel;
using Shuren.Platform;
using Shuren.Platform.Data;
using Shuren.Platform.Exchange;
using Shuren.Platform.Processes;
using Shuren.Platform.Rights;
using Shuren.Schools.Rolls;

namespace Shuren.Schools.ImportRolls;

/// <summary>Keeps what somebody said about the heads of a file; the whole district's next file with the same heads goes in without a question.</summary>
internal sealed class TeachHeads(ShurenDb db, SeeRun see, ImportDesk desk, Process process, Actor actor) : IHandler
{
    /// <summary>What a form says for a head that is left out.</summary>
    public const string LeftOut = "-";

    /// <summary>Keeps it.</summary>
    /// <param name="id">The look that asked.</param>
    /// <param name="answers">Column of the file to the key of the roll's column, or <see cref="LeftOut"/>.</param>
    /// <param name="ct">Stops it; nothing is written.</param>
    /// <returns>The look; <c>NotYours</c>, <c>HeadUnanswered</c>, <c>HeadTwice</c>, <c>HeadsStillMissing</c>.</returns>
    public async Task<Outcome<RunView>> RunAsync(Guid id, IReadOnlyDictionary<int, string> answers, CancellationToken ct)
    {
        if (!actor.Can(SchoolsRights.Edit) || await see.RunAsync(id, ct) is not { Run: { } run } view || RollBook.All.FirstOrDefault(sheet => sheet.Name == run.Roll) is not { } sheet)
            return new Refusal("NotYours");
        var heads = run.FoundHeads().Select(head => (Head: head, Means: answers.GetValueOrDefault(head.Column, head.IsAsked ? "" : head.Key))).ToList();
        if (RefusalsOf(sheet, heads) is { Count: > 0 } refusals)
            return refusals;
        // What was known before needs no word in the memory.
        var said = heads.Where(one => one.Head.IsAsked || Means(one.Means) != one.Head.Key).DistinctBy(one => HeadMatcher.Plain(one.Head.Head)).ToDictionary(one => one.Head.Head, one => Means(one.Means));
        process.Begin("schools.teach-heads", new Ref("schools", "roll", run.FileId), view.FileName);
        await desk.RememberAsync(run.Roll, said, ct);
        await db.SaveAsync(ct);
        return view;
    }

    private static List<Refusal> RefusalsOf(RollSheet sheet, IReadOnlyList<(FoundHead Head, string Means)> heads)
    {
        var refusals = heads.Where(one => one.Means.Length == 0 && one.Head.IsAsked || (Means(one.Means).Length > 0 && sheet.Columns.All(column => column.Key != one.Means)))
            .Select(one => new Refusal("HeadUnanswered", FieldOf(one.Head.Column), one.Head.Head)).ToList();
        var twice = heads.Where(one => Means(one.Means).Length > 0).GroupBy(one => one.Means).Where(column => column.Count() > 1);
        refusals.AddRange(twice.Select(column => new Refusal("HeadTwice", FieldOf(column.Last().Head.Column), column.First().Head.Head, column.Last().Head.Head, NameOf(sheet, column.Key))));
        if (RollHeads.Missing(sheet, heads.Select(one => one.Means)) is { Count: > 0 } missing)
            refusals.Add(new("HeadsStillMissing", "", string.Join("、", missing.Select(RollNames.Of))));
        return refusals;
    }

    /// <summary>Name of the field for a column of the file.</summary>
    public static string FieldOf(int column) => $"Head{column}";

    private static string Means(string answer) => answer == LeftOut ? "" : answer;

    private static string NameOf(RollSheet sheet, string key) => sheet.Columns.FirstOrDefault(column => column.Key == key) is { } column ? RollNames.Of(column) : key;
}
