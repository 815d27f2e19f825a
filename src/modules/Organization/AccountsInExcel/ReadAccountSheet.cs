using Shuren.Contracts.Organization;
using Shuren.Documents;
using Shuren.Documents.Workbooks;
using Shuren.Kernel;
using Shuren.Organization.ManageAccounts;
using Shuren.Platform;
using Shuren.Platform.Files;
using Shuren.Platform.Rights;

namespace Shuren.Organization.AccountsInExcel;

/// <summary>Reads a sheet of accounts and says what it would change; writes nothing.</summary>
internal sealed class ReadAccountSheet(CompareAccounts compare, IUnitDirectory units, Actor actor) : IHandler
{
    /// <summary>More people come in several sheets.</summary>
    public const int MaxRows = 3_000;

    private static readonly WorkbookLimits Limits = new() { MaxBytes = 10 * 1_048_576, MaxUnpackedBytes = 100 * 1_048_576, MaxRows = MaxRows };

    public async Task<Outcome<AccountSheetReading>> RunAsync(Stream file, string fileName, CancellationToken ct)
    {
        if (!actor.Can(OrganizationRights.ManageAccounts))
            return new Refusal("NotYours");
        using var copy = await SmallUpload.ReadAsync(file, Limits.MaxBytes, ct);
        var reading = WorkbookReader.Read(copy, fileName, Limits);
        if (reading.Refusal is { } refusal)
            return new Refusal("AccountSheetNotRead", "File", refusal.Message);
        if (reading.Sheets.FirstOrDefault(sheet => !sheet.IsHidden && sheet.Rows.Count > 0) is not { } first)
            return new Refusal("AccountSheetEmpty", "File");
        var head = HeaderMap.Find(first, AccountSheet.Wanted);
        if (!head.IsComplete)
            return new Refusal("AccountSheetHeads", "File", string.Join(PeopleText.ListComma, head.Missing.Where(column => column.IsRequired).Select(column => column.Names[0])));
        var problems = new List<AccountProblem>();
        var known = await units.AllAsync(ct);
        List<AccountRow> rows = [.. head.RowsOf(first).Select(row => Read(head, row, known, problems)).OfType<AccountRow>()];
        var found = await compare.RunAsync(rows, ct);
        problems.AddRange(found.SelectMany(row => row.Refusals.Select(reason => compare.ProblemOf(row.Row, reason))));
        return new AccountSheetReading([.. found.Where(row => row.Differences.Count > 0).Select(row => row.Row)], [.. found.SelectMany(row => row.Differences)], problems);
    }

    private static AccountRow? Read(HeaderMap head, RowReading row, IReadOnlyList<UnitCard> units, List<AccountProblem> problems)
    {
        if (AccountSheet.Wanted.All(column => head.Cell(row, column.Key).IsEmpty))
            return null;
        var (role, unit) = (CellText.Words(head.Cell(row, AccountSheet.Role)), CellText.Words(head.Cell(row, AccountSheet.Unit)));
        var code = Roles.All.FirstOrDefault(known => known == role || RoleWords.Of(known) == role) ?? "";
        if (role.Length > 0 && code.Length == 0)
            Problem(AccountSheet.Role, PeopleText.SheetRoleUnknown.Filled(role));
        List<UnitCard> places = [.. units.Where(card => card.Name == unit || card.ShortName == unit)];
        if (unit.Length > 0 ? places.Count != 1 : code.Length > 0)
            Problem(AccountSheet.Unit, PeopleText.SheetUnitUnknown.Filled(unit));
        var (since, until) = (CellText.Day(head.Cell(row, AccountSheet.Since)), CellText.Day(head.Cell(row, AccountSheet.Until)));
        Refused(AccountSheet.Since, since.Refusal);
        Refused(AccountSheet.Until, until.Refusal);
        return new(row.Number, AccountNames.Normal(CellText.Words(head.Cell(row, AccountSheet.Account))), CellText.Words(head.Cell(row, AccountSheet.Name)), places.Count == 1 ? code : "",
            places.Count == 1 ? places[0].Id : Guid.Empty, CellText.Code(head.Cell(row, AccountSheet.Phone)).Value, CellText.Words(head.Cell(row, AccountSheet.Email)), since.Value, until.Value);

        void Refused(string key, DocumentRefusal? refusal)
        {
            if (refusal is not null)
                Problem(key, refusal.Message);
        }

        void Problem(string key, string text) => problems.Add(new(head.Cell(row, key) is { Column: > 0 } cell ? cell.Name : PeopleText.SheetRow.Filled(row.Number), text));
    }
}
