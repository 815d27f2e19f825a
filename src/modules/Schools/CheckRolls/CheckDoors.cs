using System.ComponentModel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Shuren.Kernel;
using Shuren.Platform.Doors;

namespace Shuren.Schools.CheckRolls;

/// <summary>A rule with its counts; title, why and mend in the caller's language.</summary>
internal sealed record CheckItem(string Rule, RuleRoll Roll, RuleSeverity Severity, string Title, string Why, string Mend, string Condition, int Open, int Allowed, int New, int Schools);

/// <summary>When the whole district was checked last, and the rules with their counts.</summary>
internal sealed record CheckList(DateTime? CheckedAt, IReadOnlyList<CheckItem> Items);

/// <summary>A row that breaks a rule: its id leads to it, its name is masked as on the pages.</summary>
internal sealed record FindingItem(Guid Id, Guid Row, string Name, string Detail, Guid School, DateOnly FoundOn, bool IsNew, string? AllowedBy, DateOnly? AllowedUntil, string? AllowedWhy);

/// <summary>What came of a check.</summary>
internal sealed record CheckResult(int Rules, int Open, int Found, int Gone);

/// <summary>An exception as a program asks for it.</summary>
internal sealed record AllowRequest(string? Reason = null, [property: Description("The first day on which it is accepted no longer.")] DateOnly? Until = null);

/// <summary>The checks of the rolls for programs.</summary>
internal static class CheckDoors
{
    public static void Map(IEndpointRouteBuilder doors)
    {
        var api = doors.MapApi("rolls");
        api.MapGet("/roll-checks", ListAsync).Door("ListRollChecks", SchoolsRights.Edit, "The rules for the rolls and how many rows break each, of the schools that the account reaches.");
        api.MapGet("/roll-checks/{rule}/findings", FindingsAsync).Door("ListRollFindings", SchoolsRights.Edit, "The rows that break a rule.");
        api.MapPost("/roll-checks/run", RunAsync).Door("CheckRolls", SchoolsRights.Edit, "Checks the whole district now, or one school.");
        api.MapPost("/roll-findings/{finding:guid}/allowance", AllowAsync).Door("AllowRollFinding", SchoolsRights.Manage, "Accepts a finding as an exception, with a reason and until a day.");
    }

    private static async Task<Answer<CheckList>> ListAsync([Description("Only this school.")] Guid? school, ReadChecks read, CancellationToken ct)
    {
        var view = await read.RunAsync(school, ct);
        return new CheckList(view.Last?.At, [.. view.Rules.Select(line => new CheckItem(
            line.Rule.Id, line.Rule.Roll, line.Rule.Severity, line.Rule.Title.ToString(), line.Rule.Why.ToString(), line.Rule.Mend.ToString(), CheckWords.Condition(line.Rule), line.Open, line.Allowed, line.New, line.Schools))]);
    }

    private static async Task<Answer<Page<FindingItem>>> FindingsAsync(string rule, [Description("Only this school.")] Guid? school, [AsParameters] PageQuery page, FindFindings find, CancellationToken ct)
    {
        if (page.Refused(1) is { } refusal)
            return refusal;
        return await find.RunAsync(rule, school, page.After, page.Take, ct) is { } view ? new Page<FindingItem>([.. view.Rows.Select(ItemOf)], view.Next) : null;
    }

    private static async Task<Answer<CheckResult>> RunAsync([Description("Only this school.")] Guid? school, CheckRolls check, CancellationToken ct)
    {
        var outcome = await check.RunAsync(school, ct);
        return outcome.Succeeded ? (Outcome<CheckResult>)new CheckResult(outcome.Value.Rules, outcome.Value.Open, outcome.Value.Found, outcome.Value.Gone) : outcome.Refusals.ToList();
    }

    private static async Task<MadeAnswer<Made>> AllowAsync(Guid finding, AllowRequest request, AllowFinding allow, CancellationToken ct) =>
        Answer.Made((await allow.RunAsync(finding, request.Reason ?? "", request.Until, ct)).AsMade(), _ => "/roll-checks");

    private static FindingItem ItemOf(FindingLine line) => new(
        line.Id, line.RowId, line.Row, line.Detail, line.SchoolId, line.FoundOn, line.IsNew, line.Allowance?.By, line.Allowance?.Until, line.Allowance?.Reason);
}
