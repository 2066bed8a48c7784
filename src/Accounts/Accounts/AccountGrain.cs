using System.Collections.Immutable;
using Actors.Accounts.Accounts.SecurityEvents;
using Actors.Accounts.Sessions;
using Actors.Core.Accounts;
using Actors.Core.Mail;
using Microsoft.Extensions.Logging;

namespace Actors.Accounts.Accounts;

/// <summary>
/// Keeps one account with its sessions. What it answers from memory is what was stored: a change is seen by checks once it is durable, neither
/// earlier nor later.
/// </summary>
internal sealed partial class AccountGrain(AccountParts parts, ILogger<AccountGrain> logger) : Grain, IAccountGrain
{
    /// <summary>Sessions an account can have; the one unused for longest makes room for a new one.</summary>
    public const int MaxSessions = 100;

    private readonly LatestTime _clock = new(parts.Time);
    private AccountState? _state;
    private SessionBook? _book;
    private long? _version;
    private int _creations;

    private Guid Id => this.GetPrimaryKey();

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        if (await parts.Store.LoadAsync(Id, cancellationToken) is { } stored) Take(stored.State, stored.Version);
    }

    public Task<Caller?> Check(Guid sessionId)
    {
        if (!IsThere()) return SessionBook.Nobody;
        return IsFresh ? _book!.Check(sessionId, _clock.Now()) : CheckAnewAsync(sessionId);
    }

    public Task<AccountCard?> Card() => Task.FromResult(IsThere() ? _state!.Card() : null);

    public Task<AccountSecret?> Secret() => Task.FromResult(IsThere() ? _state!.Secret() : null);

    public Task<bool?> Holds(string claim) => Task.FromResult<bool?>(IsThere() ? _state!.IsKnownBy(claim) : null);

    public Task<ImmutableArray<SessionView>> Sessions()
    {
        if (!IsThere()) return Task.FromResult(ImmutableArray<SessionView>.Empty);
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
        if (!IsThere() || _state!.Find(sessionId) is null) return false;
        await Commit(new AccountChange(_state.Without(sessionId)));
        return true;
    }

    public async Task<TokenPair?> OpenSession(long passwordVersion, ClientInfo client, string? rehashed)
    {
        if (!IsOpen() || _state!.PasswordVersion != passwordVersion) return null;
        return await OpenAsync(rehashed is null ? _state : _state with { PasswordHash = rehashed }, client);
    }

    public async Task<TokenPair?> ChangePassword(long passwordVersion, string newHash, ClientInfo client)
    {
        if (!IsOpen() || _state!.PasswordVersion != passwordVersion) return null;
        var changed = _state with { PasswordHash = newHash, PasswordVersion = passwordVersion + 1, Sessions = [], Reset = null };
        return await OpenAsync(changed, client, SecurityEventKinds.PasswordChanged, Notices.PasswordChanged(changed, parts.Time.GetUtcNow(), parts.Language));
    }

    private async Task<Registration> CreateAsync(AccountDraft draft, ClientInfo? signIn)
    {
        var now = parts.Time.GetUtcNow();
        var account = AccountState.Create(Id, await parts.Ids.NextAsync("accounts"), draft, now);
        var session = signIn is null ? null : parts.Tokens.Open(Id, signIn, _clock.Now());
        if (session is not null) account = account.Opened(session, MaxSessions, now).Knowing(signIn!);
        await Commit(new AccountChange(account, SecurityEvent.Of(SecurityEventKinds.Registered, now, session?.Id, signIn?.Network)));
        parts.Metrics.Registered();
        return new Registration(RegistrationResult.Created, Id, account.Number, session is null ? null : parts.Tokens.Pair(Id, session));
    }

    private async Task<TokenPair> OpenAsync(AccountState account, ClientInfo client, string? kind = null, Letter? notice = null)
    {
        var session = parts.Tokens.Open(Id, client, _clock.Now());
        var happened = kind is null ? null : SecurityEvent.Of(kind, parts.Time.GetUtcNow(), session.Id, client.Network);
        await Commit(new AccountChange(account.Opened(session, MaxSessions, _clock.Now()).Knowing(client), happened, notice));
        return parts.Tokens.Pair(Id, session);
    }

    private async Task Commit(AccountChange wanted)
    {
        var change = wanted.Spaced(_clock.Now());
        try
        {
            Take(change.State, await parts.Store.CommitAsync(_version, change));
        }
        catch
        {
            // Whether it was stored is not known: the next call reads what is there.
            DeactivateOnIdle();
            throw;
        }
    }

    private void Take(AccountState state, long version)
    {
        (_state, _version, _book) = (state, version, new SessionBook(state));
        _seen = parts.Time.GetTimestamp();
    }

    /// <summary>Whether it may have sessions.</summary>
    private bool IsOpen() => IsThere() && !_state!.Disabled;

    /// <summary>Asking for what does not exist must not leave memory behind.</summary>
    private bool IsThere()
    {
        if (_state is null && _creations == 0) DeactivateOnIdle();
        return _state is not null;
    }
}
