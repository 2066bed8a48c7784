namespace Actors.Accounts.Accounts.SecurityEvents;

/// <summary>Something that happened to an account's safety.</summary>
/// <param name="Id">Unique within the account; orders by time.</param>
/// <param name="At">When.</param>
/// <param name="Kind">One of <see cref="SecurityEventKinds"/>.</param>
/// <param name="Session">The session concerned.</param>
/// <param name="Network">Where it came from.</param>
internal sealed record SecurityEvent(string Id, DateTimeOffset At, string Kind, Guid? Session, string? Network)
{
    public static SecurityEvent Of(string kind, DateTimeOffset at, Guid? session = null, string? network = null) =>
        new(Guid.CreateVersion7(at).ToString("N"), at, kind, session, network);
}
