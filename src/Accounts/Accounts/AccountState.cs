using System.Collections.Immutable;
using Actors.Accounts.Identifiers;
using Actors.Accounts.Sessions;
using Actors.Core.Accounts;

namespace Actors.Accounts.Accounts;

/// <summary>What is kept of an account. Stored as JSON by property name: renaming a member loses data.</summary>
[GenerateSerializer, Immutable, Alias("accounts.AccountState")]
internal sealed record AccountState
{
    [Id(0)] public Guid Id { get; init; }

    /// <summary>Its integer id, unique and never used again (C58).</summary>
    [Id(1)] public long Number { get; init; }
    [Id(2)] public string? Email { get; init; }
    [Id(3)] public string? Username { get; init; }
    [Id(4)] public string PasswordHash { get; init; } = "";

    /// <summary>How often the password was changed.</summary>
    [Id(5)] public long PasswordVersion { get; init; }

    /// <summary>By the names in <see cref="AccountRoles"/>.</summary>
    [Id(6)] public ImmutableArray<string> Roles { get; init; } = [AccountRoles.User];
    [Id(7)] public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Its sessions, oldest first.</summary>
    [Id(8)] public ImmutableArray<SessionState> Sessions { get; init; } = [];

    /// <summary>When its owner was last written to, by kind of security event.</summary>
    [Id(9)]
    public ImmutableDictionary<string, DateTimeOffset> Noticed
    {
        // Null in accounts stored before it was kept.
        get => field ?? ImmutableDictionary<string, DateTimeOffset>.Empty;
        init;
    }

    /// <summary>The networks it was used from, latest last (<see cref="KnownNetworks"/>).</summary>
    [Id(10)]
    public ImmutableArray<string> Networks
    {
        // Likewise nothing at all in older accounts.
        get => field.IsDefault ? [] : field;
        init;
    }

    [Id(11)] public string? FullName { get; init; }

    /// <summary>It cannot sign in, and has no sessions.</summary>
    [Id(12)] public bool Disabled { get; init; }

    /// <summary>When its owner's data was removed; such an account is disabled for ever.</summary>
    [Id(13)] public DateTimeOffset? ErasedAt { get; init; }

    /// <summary>Who its owner is at another service.</summary>
    [Id(14)] public OutsideIdentity? Outside { get; init; }

    /// <summary>A reset of its password that was asked for and not carried out yet.</summary>
    [Id(15)] public PendingReset? Reset { get; init; }

    /// <summary>When its owner's data, its roles or its standing last changed; null: when it was made.</summary>
    [Id(16)] public DateTimeOffset? UpdatedAt { get; init; }

    public static AccountState Create(Guid id, long number, AccountDraft draft, DateTimeOffset now) => new()
    {
        Id = id,
        Number = number,
        Email = draft.Email,
        Username = draft.Username,
        PasswordHash = draft.PasswordHash,
        PasswordVersion = 1,
        Roles = draft.Roles,
        FullName = draft.FullName,
        Outside = draft.Outside,
        CreatedAt = now,
    };

    public AccountCard Card() => new(Id, Number, Email, Username, Roles)
    {
        FullName = FullName,
        Outside = Outside,
        Disabled = Disabled,
        Erased = ErasedAt is not null,
        CreatedAt = CreatedAt,
        UpdatedAt = UpdatedAt ?? CreatedAt,
    };

    public AccountSecret Secret() => new(Disabled || PasswordHash.Length == 0 ? null : PasswordHash, PasswordVersion, Networks);

    /// <summary>Whether it is known by what the claim of a key is for.</summary>
    public bool IsKnownBy(string claim) => Claims().Contains(claim);

    /// <summary>Keys of the claims to what it is known by.</summary>
    public IEnumerable<string> Claims() =>
        new[] { IdentifierParser.OfEmail(Email ?? ""), IdentifierParser.OfUsername(Username ?? ""), IdentifierParser.OfOutside(Outside) }.OfType<Identifier>().Select(i => i.Key);

    /// <summary>Without anything that is known of its owner: its ids and the times of its life are left.</summary>
    public AccountState Erased(DateTimeOffset now) =>
        new() { Id = Id, Number = Number, CreatedAt = CreatedAt, PasswordVersion = PasswordVersion + 1, Disabled = true, ErasedAt = now, UpdatedAt = now };

    public SessionState? Find(Guid session) => Sessions.FirstOrDefault(s => s.Id == session);

    public AccountState Without(Guid session) => this with { Sessions = Sessions.RemoveAll(s => s.Id == session) };

    /// <summary>With a session in the place of its former self.</summary>
    public AccountState With(SessionState session) =>
        this with { Sessions = Sessions.Replace(Find(session.Id)!, session) };

    /// <summary>With one more session, for which those make room that have expired, and the one unused for longest where that is not enough.</summary>
    public AccountState Opened(SessionState session, int most, DateTimeOffset now)
    {
        var alive = Pruned(now).Sessions;
        while (alive.Length >= most) alive = alive.Remove(alive.MinBy(s => s.Rotated)!);
        return this with { Sessions = alive.Add(session) };
    }

    /// <summary>Knowing where it was just used.</summary>
    public AccountState Knowing(ClientInfo client) => this with { Networks = Networks.With(KnownNetworks.Hash(Id, client.Origin)) };

    /// <summary>Without what has expired.</summary>
    public AccountState Pruned(DateTimeOffset now) =>
        Sessions.Any(s => s.Expires <= now) ? this with { Sessions = Sessions.RemoveAll(s => s.Expires <= now) } : this;
}
