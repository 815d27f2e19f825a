using Shuren.Kernel;
using Shuren.Platform;
using Shuren.Schools.Model;

namespace Shuren.Schools.FollowDropOuts;

/// <summary>Gives what the page of an entry was told to its handlers, and the refusals back.</summary>
internal sealed class DropOutActs(RecordVisit visit, EscalateDropOut escalate, AnswerEscalation answer, AmendDropOut amend) : IHandler
{
    public async Task<IReadOnlyList<Refusal>> VisitAsync(Guid id, VisitForm? form, CancellationToken ct) => form is not null && Enum.TryParse<VisitResult>(form.Result, out var result) && Enum.IsDefined(result)
        ? (await visit.RunAsync(id, new(form.On, form.Visitors ?? "", form.Met ?? "", result, form.Agreed ?? "", form.NextBy), ct)).Refusals
        : [new Refusal("VisitResultMissing", "result")];

    /// <summary>A school reports, the bureau's section answers.</summary>
    public async Task<IReadOnlyList<Refusal>> SpeakAsync(Guid id, bool forBureau, string words, CancellationToken ct) =>
        (forBureau ? await answer.RunAsync(id, words, ct) : await escalate.RunAsync(id, words, ct)).Refusals;

    public async Task<IReadOnlyList<Refusal>> AmendAsync(Guid id, DropOutFacts facts, CancellationToken ct) => (await amend.RunAsync(id, facts, ct)).Refusals;
}
