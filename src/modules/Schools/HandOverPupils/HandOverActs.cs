using Shuren.Kernel;
using Shuren.Platform;

namespace Shuren.Schools.HandOverPupils;

/// <summary>One act on chosen children, as a form or a program says it.</summary>
/// <param name="Act">What is done.</param>
/// <param name="Pupils">The children.</param>
/// <param name="School">The school that receives: named by the sending side, or the one that speaks.</param>
/// <param name="Why">The destination or the reason, where the act needs one.</param>
internal sealed record HandOverOrder(HandOverAct Act, IReadOnlyCollection<Guid> Pupils, Guid? School, string Why);

/// <summary>Gives an act on chosen children to its handler: pages and door have one form for all of them.</summary>
internal sealed class HandOverActs(SendChildren send, NameReceiver name, SettleChildren settle, ConfirmChildren confirm, ReportNotArrived notArrived, TakeBackConfirmation takeBack) : IHandler
{
    /// <returns>How many of the chosen were done, or what the act refused.</returns>
    public Task<Outcome<int>> RunAsync(Guid id, HandOverOrder order, CancellationToken ct) => order.Act switch
    {
        HandOverAct.Send => send.RunAsync(id, order.Pupils, ct),
        HandOverAct.Name => name.RunAsync(id, order.Pupils, order.School, ct),
        HandOverAct.OutOfDistrict => settle.RunAsync(id, order.Pupils, repeat: false, order.Why, ct),
        HandOverAct.Repeat => settle.RunAsync(id, order.Pupils, repeat: true, order.Why, ct),
        HandOverAct.Confirm => confirm.RunAsync(id, order.School ?? Guid.Empty, order.Pupils, ct),
        HandOverAct.NotArrived => notArrived.RunAsync(id, order.School ?? Guid.Empty, order.Pupils, order.Why, ct),
        HandOverAct.TakeBack => takeBack.RunAsync(id, order.School ?? Guid.Empty, order.Pupils, order.Why, ct),
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
