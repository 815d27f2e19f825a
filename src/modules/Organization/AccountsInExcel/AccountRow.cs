using System.Text.Json;

namespace Shuren.Organization.AccountsInExcel;

/// <summary>What a line of the sheet says; travels through the check page and is looked at again before it is written.</summary>
internal sealed record AccountRow(int Row, string SignInName, string Name, string Role, Guid Unit, string Phone, string Email, DateOnly? Since, DateOnly? Until)
{
    /// <summary>Whether the line names a role.</summary>
    public bool HasRole => Role.Length > 0;
}

/// <summary>A difference in words.</summary>
internal sealed record AccountDifference(string SignInName, string Name, string Field, string Before, string After);

/// <summary>A cell that cannot be taken: where it stands, what is wrong and how to mend it.</summary>
internal sealed record AccountProblem(string Cell, string Text);

/// <summary>What a sheet would change. With a problem nothing is written.</summary>
internal sealed record AccountSheetReading(IReadOnlyList<AccountRow> Rows, IReadOnlyList<AccountDifference> Differences, IReadOnlyList<AccountProblem> Problems);

/// <summary>Rows on their way through the check page.</summary>
internal static class AccountRows
{
    public static string Write<T>(IReadOnlyList<T> rows) => JsonSerializer.Serialize(rows);

    /// <returns>The rows; null when somebody has touched what the page sent.</returns>
    public static IReadOnlyList<AccountRow>? Read(string? text)
    {
        try
        {
            return JsonSerializer.Deserialize<List<AccountRow>>(text ?? "[]");
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
