namespace Actors.Persistence.Outbox;

/// <summary>A message that was claimed for one attempt.</summary>
internal sealed class DueMessage
{
    public string Id { get; init; } = "";

    public string Topic { get; init; } = "";

    public string Document { get; init; } = "";

    public DateTimeOffset NotBefore { get; init; }

    /// <summary>Attempts including this one.</summary>
    public long Attempts { get; init; }

    public OutboxMessage ToMessage() => new(Id, Topic, Document, NotBefore);
}
