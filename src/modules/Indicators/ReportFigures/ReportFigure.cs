using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Shuren.Indicators.Model;
using Shuren.Indicators.Packs;
using Shuren.Kernel;
using Shuren.Platform;
using Shuren.Platform.Processes;

namespace Shuren.Indicators.ReportFigures;

/// <summary>Reports a figure of the district that no roll has, with what it rests on. It counts once somebody else has confirmed it.</summary>
internal sealed class ReportFigure(IndicatorsDb indicators, PackBook book, IndicatorScope reach, Process process, TimeProvider time) : IHandler
{
    private const double Most = 1e12;

    /// <param name="item">Which figure.</param>
    /// <param name="value">As typed: a number, or yes and no where it is a question.</param>
    /// <param name="since">The day from which it holds; not to come.</param>
    /// <param name="evidence">The document, table or list behind it.</param>
    /// <param name="ct">Stops the wait.</param>
    /// <returns>Its id, or <c>FigureNotYours</c>, <c>FigureUnknown</c>, <c>FigureNumber</c>, <c>FigureAnswer</c>, <c>FigureSince</c>, <c>FigureEvidence</c>, <c>FigureWaits</c>.</returns>
    public async Task<Outcome<Guid>> RunAsync(string item, string value, DateOnly? since, string evidence, CancellationToken ct)
    {
        var seen = await reach.RunAsync(IndicatorsRights.Report, ct);
        if (seen.Reached is not null)
            return new Refusal("FigureNotYours");
        if (book.Figures.FirstOrDefault(one => one.Code == item) is not { } known)
            return new Refusal("FigureUnknown", "item", item);
        var wrong = new List<Refusal>();
        if (Read(known, value) is not { } number)
        {
            wrong.Add(new(known.IsQuestion ? "FigureAnswer" : "FigureNumber", "value", value));
            number = 0;
        }
        if (since is not { } day || day > time.Today() || day < new DateOnly(2000, 1, 1))
            wrong.Add(new("FigureSince", "since"));
        if (evidence.Trim().Length is < 2 or > 500)
            wrong.Add(new("FigureEvidence", "evidence"));
        if (wrong.Count > 0)
            return wrong;
        if (await FigureStates.Open(indicators).AnyAsync(figure => figure.Item == item && figure.UnitId == seen.District.Id, ct))
            return new Refusal("FigureWaits", "item");
        var figure = new ReportedFigure
        {
            Item = item, UnitId = seen.District.Id, Since = since!.Value, ExpiresOn = known.Months is { } months ? since.Value.AddMonths(months) : null, Value = number, Evidence = evidence.Trim(), // asked above
            ReportedById = process.Actor.AccountId, ReportedBy = process.Actor.Name, ReportedAt = process.At,
        };
        process.Begin("indicators.report-figure", FigureStates.Ref(figure.Id));
        indicators.Figures.Add(figure);
        await indicators.SaveAsync(ct);
        return figure.Id;
    }

    /// <summary>A number with or without spaces and full-width digits; yes or no as 1 or 0.</summary>
    internal static double? Read(FigureItem item, string value)
    {
        var text = value.Normalize(System.Text.NormalizationForm.FormKC).Replace(" ", "", StringComparison.Ordinal).Replace(",", "", StringComparison.Ordinal);
        if (item.IsQuestion)
            return text.ToLowerInvariant() switch { "yes" or "是" or "1" => 1, "no" or "否" or "0" => 0, _ => null };
        return double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number is >= 0 and < Most ? number : null;
    }
}
