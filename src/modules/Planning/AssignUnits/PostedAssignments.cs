using Microsoft.AspNetCore.Http;
using Shuren.Ui;

namespace Shuren.Planning.AssignUnits;

/// <summary>
/// Reads leads, people and dates of many tasks from one form. Each field has a twin with what was shown: only a difference is an assignment,
/// so that two people on the same page do not undo each other's work.
/// </summary>
internal static class PostedAssignments
{
    public const string Lead = "Lead";
    public const string LeadWas = "LeadWas";
    public const string Due = "Due";
    public const string DueWas = "DueWas";
    public const string Accountable = "Accountable";
    public const string AccountableWas = "AccountableWas";

    public static IReadOnlyList<Assignment> Of(IFormCollection form) =>
    [
        .. form.Keys.Where(key => key.StartsWith(LeadWas + ".", StringComparison.Ordinal)).Select(key => key[(LeadWas.Length + 1)..])
            .Where(id => Guid.TryParseExact(id, "N", out _)).Select(id => Read(form, id)).Where(assignment => assignment is not { Lead: null, Due: null, Accountable: null }),
    ];

    private static Assignment Read(IFormCollection form, string id) => new(
        Guid.ParseExact(id, "N"),
        Changed(form, Lead, LeadWas, id) is { } lead ? Guid.TryParseExact(lead, "N", out var unit) ? unit : Guid.Empty : null,
        Due: Changed(form, Due, DueWas, id) is { } due ? Days.TryRead(due, out var day) ? day : DateOnly.MinValue : null,
        Accountable: Changed(form, Accountable, AccountableWas, id)?.Trim());

    private static string? Changed(IFormCollection form, string now, string before, string id) =>
        form.TryGetValue($"{now}.{id}", out var value) && value.ToString() != form[$"{before}.{id}"].ToString() ? value.ToString() : null;
}
