namespace Actors.Accounts.Sessions;

/// <summary>A session as its owner sees it.</summary>
/// <param name="Id">The <c>sid</c> of its tokens.</param>
/// <param name="Created">When it was opened.</param>
/// <param name="LastUsed">When its tokens were last rotated, or when it was opened.</param>
/// <param name="Expires">When it ends unless it is refreshed.</param>
/// <param name="Client">What opened it.</param>
[GenerateSerializer, Immutable, Alias("accounts.SessionView")]
internal sealed record SessionView(
    [property: Id(0)] Guid Id,
    [property: Id(1)] DateTimeOffset Created,
    [property: Id(2)] DateTimeOffset LastUsed,
    [property: Id(3)] DateTimeOffset Expires,
    [property: Id(4)] ClientInfo Client);
