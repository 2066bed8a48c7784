namespace Actors.Accounts.Sessions;

/// <summary>A session as its owner sees it.</summary>
/// <param name="Id">The <c>sid</c> of its tokens.</param>
/// <param name="Created">The time at which it was opened.</param>
/// <param name="LastUsed">The time of the last rotation, or of its opening.</param>
/// <param name="Expires">The time at which it expires unless it is refreshed.</param>
/// <param name="Client">The client of the last rotation.</param>
[GenerateSerializer, Immutable, Alias("accounts.SessionView")]
internal sealed record SessionView(
    [property: Id(0)] Guid Id,
    [property: Id(1)] DateTimeOffset Created,
    [property: Id(2)] DateTimeOffset LastUsed,
    [property: Id(3)] DateTimeOffset Expires,
    [property: Id(4)] ClientInfo Client);
