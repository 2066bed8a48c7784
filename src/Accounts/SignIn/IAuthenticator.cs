using Actors.Accounts.Accounts;
using Actors.Accounts.Sessions;




namespace Actors.Accounts.SignIn;

/// <summary>Registration, sign-in and everything else that shows a secret. Every door of every family goes through it.</summary>
internal interface IAuthenticator
{
    /// <summary>Creates an account that owns the identifier, unless it is taken; with a client it is signed in as well. Returns when durable.</summary>
    Task<Registration> RegisterAsync(Credentials credentials, ClientInfo? signIn, CancellationToken cancellationToken);

    /// <summary>Opens a session. An unknown identifier, a wrong password and a back-off take the same time and are refused alike.</summary>
    Task<SignInOutcome> SignInAsync(Credentials credentials, ClientInfo client, CancellationToken cancellationToken);

    /// <summary>Changes the password, ends every session of the account and opens a new one; refused as in <see cref="SignInAsync"/>.</summary>
    Task<SignInOutcome> ChangePasswordAsync(Credentials credentials, string newPassword, ClientInfo client, CancellationToken cancellationToken);

    /// <summary>
    /// Rotates a refresh token. Within ten seconds of a rotation the token before it gives the same pair, byte for byte; later its use ends the
    /// session. Null when the token is worth nothing.
    /// </summary>
    Task<TokenPair?> RefreshAsync(string refreshToken, ClientInfo client, CancellationToken cancellationToken);
}
