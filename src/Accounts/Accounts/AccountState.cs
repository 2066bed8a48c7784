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

    public static AccountState Create(Guid id, long number, AccountDraft draft, DateTimeOffset now) => new()
    {
        Id = id,
        Number = number,
        Email = draft.Email,
        Username = draft.Username,
        PasswordHash = draft.PasswordHash,
        PasswordVersion = 1,
        Roles = draft.Roles,
        CreatedAt = now,
    };

    public AccountCard Card() => new(Id, Number, Email, Username, Roles);

    public AccountSecret Secret() => new(PasswordHash, PasswordVersion, Networks);

    /// <summary>Whether it is known by what the claim of a key is for.</summary>
    public bool IsKnownBy(string claim) =>
        (Email is not null && IdentifierParser.OfEmail(Email)?.Key == claim) || (Username is not null && IdentifierParser.OfUsername(Username)?.Key == claim);

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
