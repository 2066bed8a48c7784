using Actors.Accounts.Accounts;
using Actors.Accounts.Identifiers;
using Actors.Accounts.Passwords;
using Actors.Accounts.Sessions;
using Actors.Core.Accounts;




namespace Actors.Accounts.SignUp;

/// <summary>Makes accounts. Whether an identifier is taken or not, it costs one hash.</summary>
internal sealed class Registrar(IGrainFactory grains, PasswordTurns turns, PasswordSettings settings, AccountMetrics metrics) : IAdministrators
{
    /// <summary>Makes an account, unless somebody holds what it would be known by; with a client it is signed in as well.</summary>
    public async Task<Registration> RegisterAsync(Newcomer newcomer, string password, ClientInfo? signIn, CancellationToken cancellationToken)
    {
        if (settings.Refuses(password)) return new Registration(RegistrationResult.CommonPassword);
        if (await HashAsync(password, cancellationToken) is not { } hash) return new Registration(RegistrationResult.Busy);
        var draft = newcomer.Draft(hash);
        return await grains.GetGrain<IClaimGrain>(newcomer.Identifier.Key).Register(draft, newcomer.Email?.Key, signIn);
    }

    public async Task<RegistrationResult> CreateAsync(Identifier username, Identifier? email, string password, CancellationToken cancellationToken) =>
        (await RegisterAsync(new Newcomer(username, email, [AccountRoles.Admin, AccountRoles.User]), password, null, cancellationToken)).Result;

    private async Task<string?> HashAsync(string password, CancellationToken cancellationToken)
    {
        using var turn = await turns.EnterAsync(cancellationToken);
        if (turn is not null) return await grains.GetPasswordWorker().Hash(password);
        metrics.TurnedAway();
        return null;
    }
}
