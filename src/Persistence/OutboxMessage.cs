namespace Actors.Persistence;

/// <summary>A message that is stored in the same commit as a state, and delivered afterwards at least once.</summary>
/// <param name="Id">The deduplication id: a repeated id is stored once.</param>
/// <param name="Topic">Selects the <see cref="Outbox.IOutboxHandler"/>.</param>
/// <param name="Document">The data for the handler, as JSON.</param>
/// <param name="NotBefore">The earliest time of the first attempt.</param>
public sealed record OutboxMessage(string Id, string Topic, string Document, DateTimeOffset NotBefore);
