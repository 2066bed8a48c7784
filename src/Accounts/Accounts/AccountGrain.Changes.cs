using System.Collections.Immutable;
using Actors.Accounts.Accounts.SecurityEvents;
using Actors.Accounts.Sessions;

namespace Actors.Accounts.Accounts;

internal sealed partial class AccountGrain
{
    public async Task<bool> SetRoles(ImmutableArray<string> roles)
    {
        var book = await parts.Roles.BookAsync();
        if (roles.FirstOrDefault(r => !book.Has(r)) is { } unknown) throw new ArgumentException($"'{unknown}' is not a role.", nameof(roles));
        if (!HasOwner()) return false;
        var next = book.Normalised(roles);
        if (!_state!.Roles.SequenceEqual(next)) await Commit(Changed(_state with { Roles = next }, SecurityEventKinds.RolesChanged));
        return true;
    }

    public async Task<bool> SetDisabled(bool disabled)
    {
        if (!HasOwner()) return false;
        if (_state!.Disabled == disabled) return true;
        var next = disabled ? _state with { Disabled = true, Sessions = [], Reset = null } : _state with { Disabled = false };
        await Commit(Changed(next, disabled ? SecurityEventKinds.Disabled : SecurityEventKinds.Enabled));
        return true;
    }

    public async Task<bool> Erase()
    {
        if (!HasOwner()) return _state is not null;
        await Commit(Changed(_state!.Erased(_clock.Now()), SecurityEventKinds.Erased) with { Freed = [.. _state.Claims()] });
        return true;
    }

    public async Task<bool> SetFullName(string? fullName)
    {
        if (!HasOwner()) return false;
        if (_state!.FullName != fullName) await Commit(new AccountChange(_state with { FullName = fullName, UpdatedAt = parts.Time.GetUtcNow() }));
        return true;
    }

    public async Task<TokenPair?> OpenVouched(string claim, ClientInfo client) =>
        CanSignIn() && _state!.IsKnownBy(claim) ? await OpenAsync(_state, client) : null;

    public async Task<bool> SetPassword(string newHash)
    {
        if (!HasOwner()) return false;
        await Commit(WithPassword(newHash, SecurityEventKinds.PasswordChanged));
        return true;
    }

    public async Task BeginReset(Guid request)
    {
        if (!CanSignIn() || _state!.Reset?.Request == request) return;
        var (token, pending) = ResetToken.Create(Id, request, _clock.Now());
        var letter = SecurityLetters.Reset(_state, parts.Links.Of(token), ResetToken.Lifetime, parts.Language);
        var change = new AccountChange(_state with { Reset = pending }, EventOf(SecurityEventKinds.ResetAsked), letter);
        // The link of a recent letter stays valid: repeated requests must not invalidate it.
        if (change.WithThrottledLetter(_clock.Now()).Letter is not null) await Commit(change);
    }

    public async Task<bool> ResetPassword(string tokenHash, string newHash, ClientInfo client)
    {
        if (!CanSignIn() || _state!.Reset?.Accepts(tokenHash, _clock.Now()) != true) return false;
        await Commit(WithPassword(newHash, SecurityEventKinds.PasswordReset, client.Network));
        return true;
    }

    private AccountChange WithPassword(string hash, string kind, string? network = null)
    {
        var changed = _state! with { PasswordHash = hash, PasswordVersion = _state.PasswordVersion + 1, Sessions = [], Reset = null };
        return new AccountChange(changed, EventOf(kind, network), SecurityLetters.PasswordChanged(changed, parts.Time.GetUtcNow(), parts.Language));
    }

    private AccountChange Changed(AccountState next, string kind) => new(next with { UpdatedAt = parts.Time.GetUtcNow() }, EventOf(kind));

    private SecurityEvent EventOf(string kind, string? network = null) => SecurityEvent.Of(kind, parts.Time.GetUtcNow(), network: network);

    /// <summary>True if the account exists and was not erased.</summary>
    private bool HasOwner() => Exists() && _state!.ErasedAt is null;
}
