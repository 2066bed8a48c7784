namespace Actors.Accounts.Sessions;

/// <summary>The stored state of a session. Its tokens are derived from it; only hashes of refresh tokens are stored.</summary>
[GenerateSerializer, Immutable, Alias("accounts.SessionState")]
internal sealed record SessionState
{
    /// <summary>The <c>sid</c> of its tokens.</summary>
    [Id(0)] public Guid Id { get; init; }

    /// <summary>The number of rotations.</summary>
    [Id(1)] public uint Counter { get; init; }

    /// <summary>The key that signed the tokens of this rotation.</summary>
    [Id(2)] public string KeyId { get; init; } = "";

    /// <summary>The hash of the current refresh token.</summary>
    [Id(3)] public string CurrentHash { get; init; } = "";

    /// <summary>The hash of the previous refresh token; null before the first rotation.</summary>
    [Id(4)] public string? ParentHash { get; init; }

    [Id(5)] public DateTimeOffset Created { get; init; }

    /// <summary>The time of the last rotation: the <c>iat</c> of the access token.</summary>
    [Id(6)] public DateTimeOffset Rotated { get; init; }

    /// <summary>The time at which it expires unless it is rotated.</summary>
    [Id(7)] public DateTimeOffset Expires { get; init; }

    [Id(8)] public ClientInfo Client { get; init; } = new("", null);

    public SessionView View() => new(Id, Created, Rotated, Expires, Client);
}
