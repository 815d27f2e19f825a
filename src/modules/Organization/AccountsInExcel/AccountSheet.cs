using Shuren.Documents.Workbooks;
using Shuren.Organization.Model;
using Shuren.Platform.Masks;
using Shuren.Platform.Rights;

namespace Shuren.Organization.AccountsInExcel;

/// <summary>The workbook of accounts: template, list and import in one form. One line for each role of a person.</summary>
internal static class AccountSheet
{
    public const string Account = "account";
    public const string Name = "name";
    public const string Role = "role";
    public const string Unit = "unit";
    public const string Phone = "phone";
    public const string Email = "email";
    public const string Since = "since";
    public const string Until = "until";

    /// <summary>The columns that a reader needs; the others may be missing, which changes nothing.</summary>
    public static IReadOnlyList<WantedColumn> Wanted =>
    [
        new(Account, [OrganizationText.AccountName]), new(Name, [OrganizationText.PersonName]), new(Role, [OrganizationText.Role]), new(Unit, [OrganizationText.Unit]),
        new(Phone, [PeopleText.Phone, PeopleText.PhoneShort], IsRequired: false), new(Email, [PeopleText.Email], IsRequired: false),
        new(Since, [PeopleText.From], IsRequired: false), new(Until, [PeopleText.Until], IsRequired: false),
    ];

    /// <summary>A line to be written: an account with one of its roles.</summary>
    public sealed record Line(Account Account, string Role, string Unit, DateOnly? Since, DateOnly? Until);

    /// <summary>The workbook; telephone numbers and mail addresses stand in it masked, and a masked one that comes back changes nothing.</summary>
    public static byte[] Write(string title, IEnumerable<Line> lines, IReadOnlyList<string> units)
    {
        SheetColumn[] columns =
        [
            new(Account, OrganizationText.AccountName, 18), new(Name, OrganizationText.PersonName, 14), new(Role, OrganizationText.Role, 16) { Choices = [.. Roles.All.Select(RoleWords.Of)] },
            new(Unit, OrganizationText.Unit, 30) { Choices = units }, new(Phone, PeopleText.Phone, 18), new(Email, PeopleText.Email, 28), new(Since, PeopleText.From, 14, CellKind.Date), new(Until, PeopleText.Until, 14, CellKind.Date),
        ];
        var rows = lines.Select(line => (IReadOnlyList<object?>)
        [
            line.Account.SignInName, line.Account.Name, line.Role.Length == 0 ? "" : RoleWords.Of(line.Role), line.Unit,
            Mask.Of(MaskKind.Phone, line.Account.Phone), Mask.Of(MaskKind.Email, line.Account.Email), line.Since, line.Until,
        ]);
        return Bytes(title, new Sheet(OrganizationText.Accounts, columns, rows) { Title = title, Subtitle = PeopleText.SheetSubtitle, FrozenColumns = 2 },
            new(OrganizationText.AccountName, PeopleText.NoteAccount), new(OrganizationText.Role, PeopleText.NoteRole), new(PeopleText.Phone, PeopleText.MaskedHint));
    }

    /// <summary>The one-time passwords of new accounts, to be handed over; kept nowhere.</summary>
    public static byte[] WritePasswords(string title, IEnumerable<ApplyAccountSheet.New> people) => Bytes(title, new Sheet(
        PeopleText.OneTimePasswords,
        [new(Account, OrganizationText.AccountName, 18), new(Name, OrganizationText.PersonName, 14), new(Unit, OrganizationText.Unit, 30), new("password", PeopleText.OneTimePassword, 26)],
        people.Select(person => (IReadOnlyList<object?>)[person.SignInName, person.Name, person.Unit, person.OneTimePassword])) { Title = title, Subtitle = PeopleText.PasswordsSubtitle });

    private static byte[] Bytes(string title, Sheet sheet, params SheetNote[] notes)
    {
        using var stream = new MemoryStream();
        WorkbookWriter.Write(stream, new(title, title, [sheet]) { Notes = notes });
        return stream.ToArray();
    }
}
