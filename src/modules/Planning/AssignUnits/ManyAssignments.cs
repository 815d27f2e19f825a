using Microsoft.AspNetCore.Http;
using Shuren.Ui;

namespace Shuren.Planning.AssignUnits;

/// <summary>Reads one lead, person, date and set of supporting units for all ticked tasks; what is left empty stays as it is.</summary>
internal static class ManyAssignments
{
    public const string Tasks = "Tasks";
    public const string Lead = "Many.Lead";
    public const string Due = "Many.Due";
    public const string Supports = "Many.Supports";
    public const string Accountable = "Many.Accountable";
    public const string ChiefAnswers = "Many.ChiefAnswers";

    public static IReadOnlyList<Assignment> Of(IFormCollection form)
    {
        var lead = Guid.TryParse(form[Lead], out var unit) ? (Guid?)unit : null;
        var due = Days.TryRead(form[Due], out var day) ? (DateOnly?)day : null;
        List<Guid> supports = [.. form[Supports].Where(id => Guid.TryParse(id, out _)).Select(id => Guid.Parse(id!))]; // parsed before
        var accountable = form[Accountable].ToString().Trim() is { Length: > 0 } name ? name : null;
        return [.. form[Tasks].Where(id => Guid.TryParse(id, out _)).Select(id => new Assignment(Guid.Parse(id!), lead, supports.Count > 0 ? supports : null, due, accountable, accountable is null && form[ChiefAnswers] == "true"))]; // parsed before
    }
}
