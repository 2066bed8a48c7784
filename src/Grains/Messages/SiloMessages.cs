using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text;

namespace Actors.Grains.Messages;

/// <summary>
/// Publishes and reads numbered messages of topics, for sockets and streams. Topics are stored, and each silo follows a topic once for all its readers.
/// </summary>
public sealed class SiloMessages(IGrainFactory grains, TimeProvider timeProvider, ILogger<SiloMessages> logger)
{
    /// <summary>Maximum size of a body, in UTF-8 bytes.</summary>
    public const int MaxBodyBytes = 256 * 1024;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, TopicFeed> _feeds = [];

    /// <summary>Stores messages durably, then delivers them to all readers.</summary>
    /// <returns>The number of the last one.</returns>
    /// <exception cref="ArgumentException">There is no message, or one is too large.</exception>
    public Task<long> PublishAsync(string topic, ImmutableArray<string> bodies)
    {
        if (bodies.IsDefaultOrEmpty) throw new ArgumentException("There is no message.", nameof(bodies));
        if (bodies.Any(body => Encoding.UTF8.GetByteCount(body) > MaxBodyBytes))
            throw new ArgumentException($"A message has more than {MaxBodyBytes} bytes.", nameof(bodies));
        return grains.GetGrain<IMessageTopicGrain>(topic).Publish(bodies);
    }

    /// <summary>
    /// Follows a topic until cancelled. The first batch comes as soon as the topic was read and may be empty. Each further batch has at least one
    /// message or reports that messages were missed.
    /// </summary>
    /// <param name="topic">The topic.</param>
    /// <param name="after">The number of the last message that the reader has; null to begin with the next message.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async IAsyncEnumerable<MessageBatch> ReadAsync(string topic, long? after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var feed = Join(topic);
        try
        {
            var window = await feed.ChangedAsync(null, cancellationToken);
            // The reader may know a message from another silo whose notification has not arrived here.
            if (after > window.Last) window = await feed.RenewedAsync(cancellationToken);
            var batch = window.After(after ?? window.Last);
            while (true)
            {
                yield return batch;
                var number = batch.Last;
                window = await feed.ChangedAsync(window, cancellationToken);
                batch = window.After(number);
            }
        }
        finally
        {
            Leave(topic, feed);
        }
    }

    private TopicFeed Join(string topic)
    {
        lock (_gate)
        {
            if (!_feeds.TryGetValue(topic, out var feed))
            {
                _feeds.Add(topic, feed = new TopicFeed(topic, grains, timeProvider, logger));
                _ = feed.RunAsync();
            }

            feed.Readers++;
            return feed;
        }
    }

    private void Leave(string topic, TopicFeed feed)
    {
        lock (_gate)
        {
            if (--feed.Readers > 0) return;
            _feeds.Remove(topic);
            feed.Stop.Cancel();
        }
    }
}

/// <summary>Messages for a reader.</summary>
/// <param name="Missed">True if messages between the reader's last one and <paramref name="Last"/> are no longer stored: the reader must reload
/// everything.</param>
/// <param name="Last">The number to continue after.</param>
/// <param name="Messages">New messages up to <paramref name="Last"/>; empty when some were missed.</param>
public sealed record MessageBatch(bool Missed, long Last, ImmutableArray<NumberedMessage> Messages);
