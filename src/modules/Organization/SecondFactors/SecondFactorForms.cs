namespace Shuren.Organization.SecondFactors;

/// <summary>A code, and the secret that it comes from on its way through the page.</summary>
public sealed class CodeForm
{
    /// <summary>Six digits, or a recovery code.</summary>
    public string? Code { get; set; }

    /// <summary>The secret that the page showed, encrypted.</summary>
    public string? Secret { get; set; }
}

/// <summary>What a device made of a challenge.</summary>
public sealed class KeyForm
{
    /// <summary>The device's answer, JSON.</summary>
    public string? Answer { get; set; }

    /// <summary>The challenge, encrypted.</summary>
    public string? State { get; set; }

    /// <summary>What its owner calls the key.</summary>
    public string? Name { get; set; }
}

/// <summary>Taking something away, against the password.</summary>
public sealed class RemovalForm
{
    /// <summary>The passkey; empty for the authenticator.</summary>
    public Guid? Passkey { get; set; }

    /// <summary>The account's password.</summary>
    public string? Password { get; set; }
}
