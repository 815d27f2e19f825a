namespace Shuren.Platform.Rights;

/// <summary>Lets a program in by its access token; answered by the room that keeps the accounts.</summary>
public interface ITokenDoor
{
    /// <summary>Makes the actor of this scope the token's owner, with the rights that the token covers.</summary>
    /// <param name="secret">What the program sent.</param>
    /// <param name="writes">Whether the request may change something.</param>
    /// <param name="ct">Stops the wait.</param>
    /// <returns>False for a token that is unknown, ended, revoked or without an owner who may use it: nobody learns which.</returns>
    Task<bool> OpenAsync(string secret, bool writes, CancellationToken ct);
}
