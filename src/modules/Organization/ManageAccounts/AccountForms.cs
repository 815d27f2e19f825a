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

/// <summary>How a person can be reached.</summary>
public sealed class ContactForm
{
    /// <summary>As shown.</summary>
    public string? Name { get; set; }

    /// <summary>The telephone number; masked while it is untouched.</summary>
    public string? Phone { get; set; }

    /// <summary>The mail address; masked while it is untouched.</summary>
    public string? Email { get; set; }
}

/// <summary>A reason or a purpose.</summary>
public sealed class ReasonForm
{
    /// <summary>Why.</summary>
    public string? Reason { get; set; }

    /// <summary>What for.</summary>
    public string? Purpose { get; set; }
}
