namespace Actors.Accounts.Sessions;

/// <summary>What is kept of a session. Its tokens are made again from it when they are needed; of refresh tokens only hashes are kept.</summary>
[GenerateSerializer, Immutable, Alias("accounts.SessionState")]
internal sealed record SessionState
{
    /// <summary>The <c>sid</c> of its tokens.</summary>
    [Id(0)] public Guid Id { get; init; }

    /// <summary>How often it was rotated.</summary>
    [Id(1)] public uint Counter { get; init; }

    /// <summary>The key its tokens of this rotation were made with.</summary>
    [Id(2)] public string KeyId { get; init; } = "";

    /// <summary>Hash of the refresh token that is good for the next rotation.</summary>
    [Id(3)] public string CurrentHash { get; init; } = "";

    /// <summary>Hash of the one that was used for this rotation; null before the first.</summary>
    [Id(4)] public string? ParentHash { get; init; }

    [Id(5)] public DateTimeOffset Created { get; init; }

    /// <summary>When its tokens were made: the <c>iat</c> of the access token.</summary>
    [Id(6)] public DateTimeOffset Rotated { get; init; }

    /// <summary>When it ends unless it is rotated.</summary>
    [Id(7)] public DateTimeOffset Expires { get; init; }

    [Id(8)] public ClientInfo Client { get; init; } = new("", null);

    public SessionView View() => new(Id, Created, Rotated, Expires, Client);
}
