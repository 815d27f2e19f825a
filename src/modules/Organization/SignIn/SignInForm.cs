namespace Shuren.Organization.SignIn;

/// <summary>What is typed at sign-in.</summary>
public sealed class SignInForm
{
    /// <summary>The account's name.</summary>
    public string? Name { get; set; }

    /// <summary>The password.</summary>
    public string? Password { get; set; }
}

/// <summary>What is typed to change a password.</summary>
public sealed class PasswordForm
{
    /// <summary>The present one.</summary>
    public string? Current { get; set; }

    /// <summary>The one to have.</summary>
    public string? New { get; set; }

    /// <summary>The same again, against slips of the finger.</summary>
    public string? Again { get; set; }
}
