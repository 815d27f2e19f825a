using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Shuren.Planning.HoldMeeting;

/// <summary>The numbered fields in which an agenda is typed, as points in the order that was typed with them.</summary>
internal static class AgendaRows
{
    public static IEnumerable<AgendaLine> Typed(IFormCollection form) =>
        Enumerable.Range(0, form.Keys.Count(key => key.StartsWith("title-", StringComparison.Ordinal)))
            .OrderBy(place => decimal.TryParse(form[$"order-{place}"], CultureInfo.InvariantCulture, out var order) ? order : place + 1)
            .Select(place => new AgendaLine(Guid.TryParse(form[$"id-{place}"], out var id) ? id : null, form[$"title-{place}"].ToString(), form[$"why-{place}"].ToString()));
}
