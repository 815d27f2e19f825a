namespace Shuren.Platform.Rights;

/// <summary>Fills the actor of a request from the session; answered by the room that keeps the accounts.</summary>
public interface IActorLoader
{
    /// <summary>Makes the actor the account of the session.</summary>
    /// <param name="accountId">The account that the session names.</param>
    /// <param name="stamp">The stamp that the session carries; another password since then has another.</param>
    /// <param name="actor">The actor to fill.</param>
    /// <param name="ct">Stops the wait.</param>
    /// <returns>What the session may do next.</returns>
    Task<SessionState> LoadAsync(Guid accountId, Guid stamp, Actor actor, CancellationToken ct);
}

/// <summary>What became of a session.</summary>
public enum SessionState
{
    /// <summary>The account is closed or its password has changed: sign in again.</summary>
    Over,

    /// <summary>Signed in with a one-time password: choose one's own first.</summary>
    MustChangePassword,

    /// <summary>Signed in.</summary>
    Good,
}
