using System.Collections.Immutable;
using Actors.Accounts.Accounts.SecurityEvents;
using Actors.Accounts.Sessions;
using Actors.Core.Accounts;
using Actors.Core.Mail;
using Microsoft.Extensions.Logging;

namespace Actors.Accounts.Accounts;

/// <summary>Holds one account with its sessions. Checks see a change exactly when it is durable.</summary>
internal sealed partial class AccountGrain(AccountParts parts, ILogger<AccountGrain> logger) : Grain, IAccountGrain
{
    /// <summary>Maximum number of sessions; a new one replaces the least recently used.</summary>
    public const int MaxSessions = 100;

    private readonly MonotonicUtcClock _clock = new(parts.Time);
    private AccountState? _state;
    private SessionBook? _book;
    private long? _version;
    private int _creations;

    private Guid Id => this.GetPrimaryKey();

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        if (await parts.Store.LoadAsync(Id, cancellationToken) is { } stored) Apply(stored.State, stored.Version);
    }

    public Task<Caller?> Check(Guid sessionId)
    {
        if (!Exists()) return SessionBook.NoCaller;
        return IsFresh ? _book!.Check(sessionId, _clock.Now()) : CheckReloadedAsync(sessionId);
    }

    public Task<AccountCard?> Card() => Task.FromResult(Exists() ? _state!.Card() : null);

    public Task<AccountSecret?> Secret() => Task.FromResult(Exists() ? _state!.Secret() : null);

    public Task<bool?> Holds(string claim) => Task.FromResult<bool?>(Exists() ? _state!.IsKnownBy(claim) : null);

    public Task<ImmutableArray<SessionView>> Sessions()
    {
        if (!Exists()) return Task.FromResult(ImmutableArray<SessionView>.Empty);
        var alive = _state!.Pruned(_clock.Now()).Sessions;
        return Task.FromResult<ImmutableArray<SessionView>>([.. alive.OrderByDescending(s => s.Created).Select(s => s.View())]);
    }

    public async Task<Registration> Create(AccountDraft draft, ClientInfo? signIn)
    {
        if (_state is not null) return new Registration(RegistrationResult.Taken);
        _creations++;
        try
        {
            return await CreateAsync(draft, signIn);
        }
        finally
        {
            _creations--;
        }
    }

    public async Task<bool> EndSession(Guid sessionId)
    {
        if (!Exists() || _state!.Find(sessionId) is null) return false;
        await Commit(new AccountChange(_state.Without(sessionId)));
        return true;
    }

    public async Task<TokenPair?> OpenSession(long passwordVersion, ClientInfo client, string? rehashed)
    {
        if (!CanSignIn() || _state!.PasswordVersion != passwordVersion) return null;
        return await OpenAsync(rehashed is null ? _state : _state with { PasswordHash = rehashed }, client);
    }

    public async Task<TokenPair?> ChangePassword(long passwordVersion, string newHash, ClientInfo client)
    {
        if (!CanSignIn() || _state!.PasswordVersion != passwordVersion) return null;
        var changed = _state with { PasswordHash = newHash, PasswordVersion = passwordVersion + 1, Sessions = [], Reset = null };
        return await OpenAsync(changed, client, SecurityEventKinds.PasswordChanged, SecurityLetters.PasswordChanged(changed, parts.Time.GetUtcNow(), parts.Language));
    }

    private async Task<Registration> CreateAsync(AccountDraft draft, ClientInfo? signIn)
    {
        var now = parts.Time.GetUtcNow();
        var account = AccountState.Create(Id, await parts.Ids.NextAsync("accounts"), draft, now);
        var session = signIn is null ? null : parts.Tokens.Open(Id, signIn, _clock.Now());
        if (session is not null) account = account.WithNewSession(session, MaxSessions, now).WithNetwork(signIn!);
        await Commit(new AccountChange(account, SecurityEvent.Of(SecurityEventKinds.Registered, now, session?.Id, signIn?.Network)));
        parts.Metrics.Registered();
        return new Registration(RegistrationResult.Created, Id, account.Number, session is null ? null : parts.Tokens.Pair(Id, session));
    }

    private async Task<TokenPair> OpenAsync(AccountState account, ClientInfo client, string? kind = null, Letter? notice = null)
    {
        var session = parts.Tokens.Open(Id, client, _clock.Now());
        var securityEvent = kind is null ? null : SecurityEvent.Of(kind, parts.Time.GetUtcNow(), session.Id, client.Network);
        await Commit(new AccountChange(account.WithNewSession(session, MaxSessions, _clock.Now()).WithNetwork(client), securityEvent, notice));
        return parts.Tokens.Pair(Id, session);
    }

    private async Task Commit(AccountChange wanted)
    {
        var change = wanted.WithThrottledLetter(_clock.Now());
        try
        {
            Apply(change.State, await parts.Store.CommitAsync(_version, change));
        }
        catch
        {
            // The write may or may not be stored: the next call reads the stored account.
            DeactivateOnIdle();
            throw;
        }
    }

    private void Apply(AccountState state, long version)
    {
        (_state, _version, _book) = (state, version, new SessionBook(state));
        _seen = parts.Time.GetTimestamp();
    }

    /// <summary>True if the account exists and may have sessions.</summary>
    private bool CanSignIn() => Exists() && !_state!.Disabled;

    /// <summary>True if the account exists. Otherwise the activation ends, so that calls for unknown accounts use no memory.</summary>
    private bool Exists()
    {
        if (_state is null && _creations == 0) DeactivateOnIdle();
        return _state is not null;
    }
}
