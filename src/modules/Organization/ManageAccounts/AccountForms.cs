namespace Shuren.Organization.ManageAccounts;

/// <summary>What is typed to add an account.</summary>
public sealed class NewAccountForm
{
    /// <summary>Typed at sign-in.</summary>
    public string? SignInName { get; set; }

    /// <summary>As shown.</summary>
    public string? Name { get; set; }

    /// <summary>The role's code.</summary>
    public string? Role { get; set; }

    /// <summary>Where it is held.</summary>
    public Guid? Unit { get; set; }
}

/// <summary>Whose password is set anew.</summary>
public sealed class ResetForm
{
    /// <summary>The account.</summary>
    public Guid Account { get; set; }
}
