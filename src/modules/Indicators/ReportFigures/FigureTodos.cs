using Microsoft.EntityFrameworkCore;
using Shuren.Indicators.Packs;
using Shuren.Kernel;
using Shuren.Platform.Rights;
using Shuren.Platform.Todos;

namespace Shuren.Indicators.ReportFigures;

/// <summary>Figures that wait for somebody to confirm them; not for who reported them.</summary>
internal sealed class FigureTodos(IndicatorsDb indicators, PackBook book, IndicatorScope reach) : ITodoSource
{
    public async Task<IReadOnlyList<Todo>> ForAsync(Actor actor, DateOnly today, CancellationToken ct)
    {
        if (!actor.IsSignedIn || !actor.Can(IndicatorsRights.Confirm) || (await reach.RunAsync(IndicatorsRights.Confirm, ct)).Reached is not null)
            return [];
        var open = await FigureStates.Open(indicators).Where(figure => figure.ReportedById != actor.AccountId).OrderBy(figure => figure.ReportedAt).ToListAsync(ct);
        var items = book.Figures.ToDictionary(item => item.Code);
        return [.. open.Where(figure => items.ContainsKey(figure.Item)).Select(figure => new Todo(FigureText.TodoConfirm.Filled(items[figure.Item].Name), FigureText.TodoConfirmWhy.Filled(figure.ReportedBy, FigureWords.Value(items[figure.Item], figure.Value)),
            null, IndicatorsText.Indicators, FigureText.Judge, IndicatorsLinks.Confirm(figure.Id), FigureStates.Ref(figure.Id)))];
    }
}
