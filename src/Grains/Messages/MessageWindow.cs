using System.Collections.Immutable;

namespace Actors.Grains.Messages;

/// <summary>The newest messages of a topic that a silo knows.</summary>
/// <param name="Last">The number of the last known message.</param>
/// <param name="Messages">Consecutive numbers up to <paramref name="Last"/>, at most <see cref="MessageRows.Kept"/>.</param>
internal sealed record MessageWindow(long Last, ImmutableArray<NumberedMessage> Messages)
{
    /// <summary>Adds following messages and skips known ones. Null when messages in between are missing.</summary>
    public MessageWindow? With(ImmutableArray<NumberedMessage> messages)
    {
        var fresh = messages.RemoveAll(m => m.Number <= Last);
        if (fresh.IsEmpty) return this;
        if (fresh[0].Number != Last + 1) return null;
        var all = Messages.AddRange(fresh);
        return new(fresh[^1].Number, all.Length > MessageRows.Kept ? all[^MessageRows.Kept..] : all);
    }

    /// <summary>The batch for a reader that has all messages up to a number.</summary>
    public MessageBatch After(long number)
    {
        var first = Last - Messages.Length;
        return number < first || number > Last ? new(true, Last, []) : new(false, Last, Messages[(int)(number - first)..]);
    }
}
