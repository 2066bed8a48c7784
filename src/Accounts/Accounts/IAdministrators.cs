using Actors.Accounts.Identifiers;




namespace Actors.Accounts.Accounts;

/// <summary>Accounts that operators make.</summary>
internal interface IAdministrators
{
    /// <summary>
    /// Creates an account with the role <c>superadmin</c> that owns the username and the e-mail address. Nothing is created when either is
    /// taken, or when the password is refused as at registration. Returns when durable.
    /// </summary>
    Task<RegistrationResult> CreateAsync(Identifier username, Identifier? email, string password, CancellationToken cancellationToken);
}
