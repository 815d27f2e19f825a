using Shuren.Kernel;

namespace Shuren.Organization.ManageAccounts;

/// <summary>How sign-in names look.</summary>
internal static class AccountNames
{
    public static string Normal(string typed) => typed.Trim().ToLowerInvariant();

    /// <summary>2 to 64 characters without spaces.</summary>
    public static Refusal? RefusalOf(string name) =>
        name.Length is < 2 or > 64 || name.Any(char.IsWhiteSpace) || name.Any(char.IsControl) ? new Refusal("AccountNameForm", "signInName") : null;
}
