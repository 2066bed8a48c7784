namespace Actors.Persistence.Outbox;

/// <summary>A claimed message.</summary>
internal sealed class DueMessage
{
    public string Id { get; init; } = "";

    public string Topic { get; init; } = "";

    public string Document { get; init; } = "";

    public DateTimeOffset NotBefore { get; init; }

    /// <summary>The number of attempts, including this one.</summary>
    public long Attempts { get; init; }

    public OutboxMessage ToMessage() => new(Id, Topic, Document, NotBefore);
}
