using System.Collections.Immutable;
using Actors.Accounts.Identifiers;
using Actors.Accounts.Sessions;
using Actors.Core.Accounts;

namespace Actors.Accounts.Accounts;

/// <summary>The stored state of an account. It is stored as JSON by property name: renaming a member loses data.</summary>
[GenerateSerializer, Immutable, Alias("accounts.AccountState")]
internal sealed record AccountState
{
    [Id(0)] public Guid Id { get; init; }

    /// <summary>The integer id, unique and never reused (C58).</summary>
    [Id(1)] public long Number { get; init; }
    [Id(2)] public string? Email { get; init; }
    [Id(3)] public string? Username { get; init; }
    [Id(4)] public string PasswordHash { get; init; } = "";

    /// <summary>The number of password changes.</summary>
    [Id(5)] public long PasswordVersion { get; init; }

    /// <summary>Keys of the roles.</summary>
    [Id(6)] public ImmutableArray<string> Roles { get; init; } = [AccountRoles.User];
    [Id(7)] public DateTimeOffset CreatedAt { get; init; }

    /// <summary>The sessions, oldest first.</summary>
    [Id(8)] public ImmutableArray<SessionState> Sessions { get; init; } = [];

    /// <summary>The time of the last letter to the owner, by kind of security event.</summary>
    [Id(9)]
    public ImmutableDictionary<string, DateTimeOffset> Noticed
    {
        // Null in accounts that were stored before this member existed.
        get => field ?? ImmutableDictionary<string, DateTimeOffset>.Empty;
        init;
    }

    /// <summary>The networks of its sessions, latest last (<see cref="KnownNetworks"/>).</summary>
    [Id(10)]
    public ImmutableArray<string> Networks
    {
        // Default in accounts that were stored before this member existed.
        get => field.IsDefault ? [] : field;
        init;
    }

    [Id(11)] public string? FullName { get; init; }

    /// <summary>True if it cannot sign in; it has no sessions then.</summary>
    [Id(12)] public bool Disabled { get; init; }

    /// <summary>The time at which the owner's data was erased; an erased account stays disabled.</summary>
    [Id(13)] public DateTimeOffset? ErasedAt { get; init; }

    /// <summary>The owner's identity at another service.</summary>
    [Id(14)] public OutsideIdentity? Outside { get; init; }

    /// <summary>A requested password reset that was not used yet.</summary>
    [Id(15)] public PendingReset? Reset { get; init; }

    /// <summary>The time of the last change of the owner's data, the roles or <see cref="Disabled"/>; null if unchanged since creation.</summary>
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

    /// <summary>True if the account has the identifier of a claim.</summary>
    public bool IsKnownBy(string claim) => Claims().Contains(claim);

    /// <summary>Keys of the claims of its identifiers.</summary>
    public IEnumerable<string> Claims() =>
        new[] { IdentifierParser.OfEmail(Email ?? ""), IdentifierParser.OfUsername(Username ?? ""), IdentifierParser.OfOutside(Outside) }.OfType<Identifier>().Select(i => i.Key);

    /// <summary>The state without the owner's data; ids and times stay.</summary>
    public AccountState Erased(DateTimeOffset now) =>
        new() { Id = Id, Number = Number, CreatedAt = CreatedAt, PasswordVersion = PasswordVersion + 1, Disabled = true, ErasedAt = now, UpdatedAt = now };

    public SessionState? Find(Guid session) => Sessions.FirstOrDefault(s => s.Id == session);

    public AccountState Without(Guid session) => this with { Sessions = Sessions.RemoveAll(s => s.Id == session) };

    /// <summary>The state with an updated session.</summary>
    public AccountState With(SessionState session) =>
        this with { Sessions = Sessions.Replace(Find(session.Id)!, session) };

    /// <summary>The state with a new session. Removes expired sessions and, if there are still too many, the least recently used ones.</summary>
    public AccountState WithNewSession(SessionState session, int max, DateTimeOffset now)
    {
        var alive = Pruned(now).Sessions;
        while (alive.Length >= max) alive = alive.Remove(alive.MinBy(s => s.Rotated)!);
        return this with { Sessions = alive.Add(session) };
    }

    /// <summary>The state with the client's network as the latest known one.</summary>
    public AccountState WithNetwork(ClientInfo client) => this with { Networks = Networks.With(KnownNetworks.Hash(Id, client.Origin)) };

    /// <summary>The state without expired sessions.</summary>
    public AccountState Pruned(DateTimeOffset now) =>
        Sessions.Any(s => s.Expires <= now) ? this with { Sessions = Sessions.RemoveAll(s => s.Expires <= now) } : this;
}
