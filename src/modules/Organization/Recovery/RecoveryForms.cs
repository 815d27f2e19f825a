namespace Shuren.Organization.Recovery;

/// <summary>What is typed to choose a new password by a link.</summary>
public sealed class RecoverForm
{
    /// <summary>The link's secret, on its way through the page.</summary>
    public string? Link { get; set; }

    /// <summary>The new password.</summary>
    public string? New { get; set; }

    /// <summary>The same again.</summary>
    public string? Again { get; set; }
}

/// <summary>What is typed to name or remove the address of one's way back.</summary>
public sealed class RecoveryAddressForm
{
    /// <summary>The mail address.</summary>
    public string? Email { get; set; }

    /// <summary>The account's password.</summary>
    public string? Password { get; set; }
}
