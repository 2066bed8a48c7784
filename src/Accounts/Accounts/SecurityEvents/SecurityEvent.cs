namespace Actors.Accounts.Accounts.SecurityEvents;

/// <summary>A security event of an account.</summary>
/// <param name="Id">Unique within the account and ordered by time.</param>
/// <param name="At">The time.</param>
/// <param name="Kind">One of <see cref="SecurityEventKinds"/>.</param>
/// <param name="Session">The affected session, if any.</param>
/// <param name="Network">The client's network, if any.</param>
internal sealed record SecurityEvent(string Id, DateTimeOffset At, string Kind, Guid? Session, string? Network)
{
    public static SecurityEvent Of(string kind, DateTimeOffset at, Guid? session = null, string? network = null) =>
        new(Guid.CreateVersion7(at).ToString("N"), at, kind, session, network);
}
