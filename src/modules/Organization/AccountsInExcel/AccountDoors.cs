using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Shuren.Contracts.Organization;
using Shuren.Documents.Workbooks;
using Shuren.Kernel;
using Shuren.Organization.ManageAccounts;
using Shuren.Organization.Model;
using Shuren.Platform;
using Shuren.Platform.Rights;

namespace Shuren.Organization.AccountsInExcel;

/// <summary>The workbook of accounts out, and the workbook of one-time passwords, once.</summary>
internal static class AccountDoors
{
    public static void Map(IEndpointRouteBuilder doors)
    {
        doors.MapGet("/organization/accounts/accounts.xlsx", ListAsync).RequireAuthorization(NeedsAttribute.Prefix + OrganizationRights.ManageAccounts).WithName("AccountSheet");
        doors.MapPost("/organization/accounts/apply", ApplyAsync).RequireAuthorization(NeedsAttribute.Prefix + OrganizationRights.ManageAccounts).WithName("ApplyAccountSheet");
    }

    private static async Task<FileContentHttpResult> ListAsync(WriteAccounts write, CancellationToken ct) =>
        TypedResults.File(await write.RunAsync(ct), WorkbookWriter.MediaType, $"{OrganizationText.Accounts}.xlsx");

    // The passwords go straight into the answer: nothing keeps them, and a second post is led back to the page.
    private static async Task<Results<FileContentHttpResult, RedirectHttpResult, BadRequest>> ApplyAsync(HttpContext http, IAntiforgery antiforgery, ApplyAccountSheet apply, CancellationToken ct)
    {
        if (!await antiforgery.IsRequestValidAsync(http) || AccountRows.Read((await http.Request.ReadFormAsync(ct))["Rows"]) is not { } rows)
            return TypedResults.BadRequest();
        var outcome = await apply.RunAsync(rows, ct);
        if (!outcome.Succeeded)
            return TypedResults.Redirect($"{http.Request.PathBase}/{OrganizationLinks.AccountsExcel}?meanwhile=true");
        http.Response.Headers.CacheControl = "no-store";
        return outcome.Value.Added.Count == 0
            ? TypedResults.Redirect($"{http.Request.PathBase}/{OrganizationLinks.Accounts}")
            : TypedResults.File(AccountSheet.WritePasswords(PeopleText.OneTimePasswords, outcome.Value.Added), WorkbookWriter.MediaType, $"{PeopleText.OneTimePasswords}.xlsx");
    }
}

/// <summary>Writes the accounts that the actor manages, one line for each role.</summary>
internal sealed class WriteAccounts(OrganizationDb organization, AccountScope scope, IUnitDirectory units, TimeProvider time) : IHandler
{
    public async Task<byte[]> RunAsync(CancellationToken ct)
    {
        var today = time.Today();
        var cards = await units.AllAsync(ct);
        var names = cards.ToDictionary(unit => unit.Id, unit => unit.Name);
        var accounts = await (await scope.RunAsync(OrganizationRights.ManageAccounts, ct)).AsNoTracking().Where(account => account.ClosedOn == null).OrderBy(account => account.SignInName).ToListAsync(ct);
        var held = (await organization.Holdings.AsNoTracking().Where(h => h.Until == null || h.Until >= today).OrderBy(h => h.Id).ToListAsync(ct)).ToLookup(h => h.AccountId);
        var lines = accounts.SelectMany(account => held[account.Id].Select(h => new AccountSheet.Line(account, h.Role, names.GetValueOrDefault(h.UnitId, ""), h.Since, h.Until))
            .DefaultIfEmpty(new(account, "", "", null, null)));
        return AccountSheet.Write(OrganizationText.Accounts, lines, [.. cards.Select(unit => unit.Name)]);
    }
}
