namespace Shuren.Organization.AccessTokens;

/// <summary>What is typed to make a token.</summary>
public sealed class TokenForm
{
    public string? Name { get; set; }

    public string[] Scopes { get; set; } = [];

    /// <summary>As typed, so that a refused form comes back as it was.</summary>
    public string? LastDay { get; set; }
}
