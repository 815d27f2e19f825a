namespace Shuren.Platform.Rights;

/// <summary>Fills the actor of a request from the session; answered by the room that keeps the accounts.</summary>
public interface IActorLoader
{
    /// <summary>Makes the actor the account of a session that a person began by signing in.</summary>
    /// <param name="sessionId">The session that the cookie names; one that was ended, is too old or has another password since is over.</param>
    /// <param name="actor">The actor to fill.</param>
    /// <param name="ct">Stops the wait.</param>
    /// <returns>What the session may do next.</returns>
    Task<SessionState> LoadSessionAsync(Guid sessionId, Actor actor, CancellationToken ct);

    /// <summary>Makes the actor an account without a session, such as the owner of an access token.</summary>
    /// <param name="accountId">The account.</param>
    /// <param name="stamp">The stamp that was noted with the token; another password since then has another.</param>
    /// <param name="actor">The actor to fill.</param>
    /// <param name="ct">Stops the wait.</param>
    /// <returns>What it may do next.</returns>
    Task<SessionState> LoadAsync(Guid accountId, Guid stamp, Actor actor, CancellationToken ct);

    /// <summary>Makes the actor an account whose work goes on after it asked for it: who it was, was known then.</summary>
    /// <param name="accountId">The account.</param>
    /// <param name="actor">The actor to fill.</param>
    /// <param name="ct">Stops the wait.</param>
    /// <returns><see cref="SessionState.Good"/>, or <see cref="SessionState.Over"/> where the account was closed meanwhile.</returns>
    Task<SessionState> LoadForWorkAsync(Guid accountId, Actor actor, CancellationToken ct);
}

/// <summary>What became of a session.</summary>
public enum SessionState
{
    /// <summary>The account is closed or its password has changed: sign in again.</summary>
    Over,

    /// <summary>Signed in with a one-time password: choose one's own first.</summary>
    MustChangePassword,

    /// <summary>Signed in with a password, but the account's role demands a second factor: set one up first.</summary>
    MustAddSecondFactor,

    /// <summary>Signed in.</summary>
    Good,
}
