using System.Text.Json;
using Actors.Core.Mail;

namespace Actors.Persistence.Outbox;

/// <summary>Turns letters into outbox messages, which are stored in the same commit as what they report.</summary>
public sealed class LetterOutbox(TimeProvider timeProvider)
{
    /// <summary>The outbox topic of letters.</summary>
    public const string Topic = "mail";

    /// <summary>A letter as a message to enqueue.</summary>
    /// <param name="id">Identity of the intent: one letter for an id, however often it is enqueued or tried.</param>
    /// <param name="letter">The letter.</param>
    /// <exception cref="ArgumentException">The address is not one plain address, or the subject is not one line.</exception>
    public OutboxMessage ToMessage(string id, Letter letter)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        LetterRules.Check(letter);
        var now = timeProvider.GetUtcNow();
        return new OutboxMessage(id, Topic, JsonSerializer.Serialize(new StoredLetter(letter, now), StoredJson.Options), now);
    }
}
