using Actors.Accounts.Accounts;
using Actors.Accounts.Accounts.SuperAdmins;
using Actors.Accounts.Identifiers;
using Actors.Accounts.Passwords;
using Actors.Accounts.Sessions;
using Actors.Core.Accounts;

namespace Actors.Accounts.SignUp;

/// <summary>Makes accounts. Whether an identifier is taken or not, it costs one hash.</summary>
internal sealed class Registrar(IGrainFactory grains, PasswordTurns turns, PasswordSettings settings, AccountMetrics metrics)
{
    /// <summary>Makes an account unless its identifier is taken; with a client it is signed in as well.</summary>
    public async Task<Registration> RegisterAsync(Newcomer newcomer, string password, ClientInfo? signIn, CancellationToken cancellationToken)
    {
        var (result, hash) = await HashNewAsync(password, cancellationToken);
        if (hash is null) return new Registration(result);
        return await grains.GetGrain<IClaimGrain>(newcomer.Identifier.Key).Register(newcomer.Draft(hash), newcomer.Email?.Key, signIn);
    }

    /// <summary>Makes an account without a password for a person whom another service has identified, and signs it in.</summary>
    public Task<Registration> RegisterVouchedAsync(Newcomer newcomer, ClientInfo signIn) =>
        grains.GetGrain<IClaimGrain>(newcomer.Identifier.Key).Register(newcomer.Draft(passwordHash: ""), null, signIn);

    /// <summary>The hash of a password to be; null with the reason when there is none.</summary>
    public async Task<(RegistrationResult Result, string? Hash)> HashNewAsync(string password, CancellationToken cancellationToken)
    {
        if (settings.Refuses(password)) return (RegistrationResult.CommonPassword, null);
        return await HashAsync(password, cancellationToken) is { } hash ? (RegistrationResult.Created, hash) : (RegistrationResult.Busy, null);
    }

    /// <summary>
    /// Creates an account with the role <c>superadmin</c> that owns the username and the e-mail address. Nothing is created when either is
    /// taken, or when the password is refused as at registration. Returns when durable.
    /// </summary>
    public async Task<RegistrationResult> CreateSuperuserAsync(Identifier username, Identifier? email, string password, CancellationToken cancellationToken)
    {
        var newcomer = new Newcomer(username, email, [AccountRoles.SuperAdmin, AccountRoles.Admin, AccountRoles.User]);
        var made = await RegisterAsync(newcomer, password, null, cancellationToken);
        if (made.Result == RegistrationResult.Created) await grains.GetSuperAdmins().Note(made.AccountId);
        return made.Result;
    }

    private async Task<string?> HashAsync(string password, CancellationToken cancellationToken)
    {
        using var turn = await turns.EnterAsync(cancellationToken);
        if (turn is not null) return await grains.GetPasswordWorker().Hash(password);
        metrics.TurnedAway();
        return null;
    }
}
