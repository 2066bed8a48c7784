namespace Actors.Persistence;

/// <summary>An intent that is stored together with the state that caused it, and carried out afterwards, at least once.</summary>
/// <param name="Id">Identity of the intent: the same id is stored once, however often it is enqueued.</param>
/// <param name="Topic">Which <see cref="Outbox.IOutboxHandler"/> carries it out.</param>
/// <param name="Document">What the handler needs, as JSON.</param>
/// <param name="NotBefore">The earliest time of the first attempt.</param>
public sealed record OutboxMessage(string Id, string Topic, string Document, DateTimeOffset NotBefore);
