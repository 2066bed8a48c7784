using System.Text.Json;
using Actors.Core.Mail;

namespace Actors.Persistence.Outbox;

/// <summary>Creates outbox messages for letters, to be stored in the same commit as their cause.</summary>
public sealed class LetterOutbox(TimeProvider timeProvider)
{
    /// <summary>The outbox topic of letters.</summary>
    public const string Topic = "mail";

    /// <summary>Creates the message of a letter.</summary>
    /// <param name="id">The deduplication id: one letter is sent for an id.</param>
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
