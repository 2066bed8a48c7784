using Actors.Accounts.Accounts;
using Actors.Accounts.Accounts.SuperAdmins;
using Actors.Accounts.Identifiers;
using Actors.Accounts.Passwords;
using Actors.Accounts.Sessions;
using Actors.Core.Accounts;

namespace Actors.Accounts.SignUp;

/// <summary>Creates accounts. A registration costs one hash even if the identifier is taken.</summary>
internal sealed class Registrar(IGrainFactory grains, PasswordQueue queue, PasswordSettings settings, AccountMetrics metrics)
{
    /// <summary>Creates an account unless its identifier is taken. If a client is given, also opens a session.</summary>
    public async Task<Registration> RegisterAsync(RegistrationRequest request, string password, ClientInfo? signIn, CancellationToken cancellationToken)
    {
        var (result, hash) = await HashNewAsync(password, cancellationToken);
        if (hash is null) return new Registration(result);
        return await grains.GetGrain<IClaimGrain>(request.Identifier.Key).Register(request.Draft(hash), request.Email?.Key, signIn);
    }

    /// <summary>Creates an account without a password for a person whom another service has identified, and opens a session.</summary>
    public Task<Registration> RegisterExternalAsync(RegistrationRequest request, ClientInfo signIn) =>
        grains.GetGrain<IClaimGrain>(request.Identifier.Key).Register(request.Draft(passwordHash: ""), null, signIn);

    /// <summary>Hashes a new password; null with the reason if it is refused.</summary>
    public async Task<(RegistrationResult Result, string? Hash)> HashNewAsync(string password, CancellationToken cancellationToken)
    {
        if (settings.Refuses(password)) return (RegistrationResult.CommonPassword, null);
        return await HashAsync(password, cancellationToken) is { } hash ? (RegistrationResult.Created, hash) : (RegistrationResult.Busy, null);
    }

    /// <summary>
    /// Creates an account with the role <c>superadmin</c>. Nothing is created if the username or the address is taken, or the password is refused.
    /// Returns when durable.
    /// </summary>
    public async Task<RegistrationResult> CreateSuperuserAsync(Identifier username, Identifier? email, string password, CancellationToken cancellationToken)
    {
        var request = new RegistrationRequest(username, email, [AccountRoles.SuperAdmin, AccountRoles.Admin, AccountRoles.User]);
        var made = await RegisterAsync(request, password, null, cancellationToken);
        if (made.Result == RegistrationResult.Created) await grains.GetSuperAdmins().Note(made.AccountId);
        return made.Result;
    }

    private async Task<string?> HashAsync(string password, CancellationToken cancellationToken)
    {
        using var slot = await queue.EnterAsync(cancellationToken);
        if (slot is not null) return await grains.GetPasswordWorker().Hash(password);
        metrics.TurnedAway();
        return null;
    }
}
