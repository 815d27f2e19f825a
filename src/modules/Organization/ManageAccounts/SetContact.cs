using System.Text.RegularExpressions;
using Shuren.Kernel;
using Shuren.Organization.Model;
using Shuren.Platform;
using Shuren.Platform.Processes;

namespace Shuren.Organization.ManageAccounts;

/// <summary>Writes a person's name, telephone number and mail address.</summary>
internal sealed partial class SetContact(OrganizationDb organization, AccountScope scope, Process process) : IHandler
{
    /// <param name="accountId">Whose.</param>
    /// <param name="name">The name as shown.</param>
    /// <param name="phone">Empty takes it away; a masked one leaves it as it is.</param>
    /// <param name="email">The same.</param>
    /// <param name="ct">Stops the wait.</param>
    public async Task<Outcome<Done>> RunAsync(Guid accountId, string name, string phone, string email, CancellationToken ct)
    {
        var account = await scope.FindAsync(OrganizationRights.ManageAccounts, accountId, ct);
        if (account is null || account.ClosedOn is not null)
            return new Refusal("AccountUnknown");
        List<Refusal> refusals = [.. new[] { RefusalOfName(name), RefusalOfPhone(phone), RefusalOfEmail(email) }.OfType<Refusal>()];
        if (refusals.Count > 0)
            return refusals;
        process.Begin("organization.set-contact", new Ref("organization", "account", account.Id));
        Write(account, name, phone, email);
        await organization.SaveAsync(ct);
        return new Done();
    }

    public static void Write(Account account, string name, string phone, string email)
    {
        account.Name = name.Trim();
        account.Phone = Kept(phone, account.Phone);
        account.Email = Kept(email, account.Email);
    }

    public static Refusal? RefusalOfName(string name) => name.Trim().Length is < 1 or > 60 ? new("PersonNameForm", "name") : null;

    public static Refusal? RefusalOfPhone(string phone) => IsUntouched(phone) || Phone().IsMatch(phone.Trim()) ? null : new("PhoneForm", "phone");

    public static Refusal? RefusalOfEmail(string email) => IsUntouched(email) || Email().IsMatch(email.Trim()) ? null : new("EmailForm", "email");

    /// <summary>Empty, or masked as the page showed it.</summary>
    private static bool IsUntouched(string text) => string.IsNullOrWhiteSpace(text) || text.Contains('•', StringComparison.Ordinal);

    private static string? Kept(string typed, string? before) => typed switch
    {
        _ when typed.Contains('•', StringComparison.Ordinal) => before,
        _ when string.IsNullOrWhiteSpace(typed) => null,
        _ => typed.Trim(),
    };

    [GeneratedRegex("^[0-9+][0-9 -]{5,19}$")]
    private static partial Regex Phone();

    [GeneratedRegex("^[^@ ]{1,64}@[^@ ]+[.][^@ ]{2,}$")]
    private static partial Regex Email();
}
