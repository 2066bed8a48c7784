using System.Collections.Immutable;
using Actors.Persistence;

namespace Actors.Grains.Messages;

/// <summary>Reads and writes tables <c>message_topics</c> and <c>messages</c>.</summary>
internal sealed class MessageRows(IRowStore rows, IDatabase database)
{
    /// <summary>The number of messages that a topic keeps.</summary>
    public const int Kept = 500;

    private static readonly RowKind<TopicDocument> s_topics = new("message_topics", StoredJson.TypeInfo<TopicDocument>());

    private static readonly ChildKind<MessageRow> s_messages = new("messages", ["topic", "number"],
        new("topic", ColumnType.Text, m => m.Topic),
        new("number", ColumnType.Integer, m => m.Number),
        new("body", ColumnType.Text, m => m.Body));

    public async Task<StoredTopic> LoadAsync(string topic, CancellationToken cancellationToken) =>
        await rows.ReadAsync(s_topics, topic, cancellationToken) is { } row ? new(row.State.Last, row.Version) : StoredTopic.Empty;

    /// <summary>Stores messages that follow the last one, and removes the oldest, in one commit.</summary>
    /// <exception cref="Orleans.Storage.InconsistentStateException">Another activation has stored messages since <paramref name="stored"/> was
    /// read.</exception>
    public async Task<StoredTopic> AddAsync(string topic, StoredTopic stored, ImmutableArray<NumberedMessage> messages)
    {
        var last = messages[^1].Number;
        var set = new WriteSet().Put(s_topics, topic, new TopicDocument(last), stored.Version);
        foreach (var message in messages.Where(m => m.Number > last - Kept)) set.Upsert(s_messages, new(topic, message.Number, message.Body));
        for (var old = Math.Max(1, stored.Last - Kept + 1); old <= Math.Min(stored.Last, last - Kept); old++) set.Remove(s_messages, new(topic, old, ""));
        await rows.CommitAsync(set);
        return new(last, (stored.Version ?? 0) + 1);
    }

    /// <summary>The stored messages with numbers greater than <paramref name="after"/> and at most <paramref name="last"/>.</summary>
    public async Task<ImmutableArray<NumberedMessage>> ReadAsync(string topic, long after, long last) =>
        [.. await database.QueryAsync<NumberedMessage>(
            "SELECT number, body FROM messages WHERE topic = @topic AND number > @after AND number <= @last ORDER BY number", new { topic, after, last })];

    private sealed record TopicDocument(long Last);

    private sealed record MessageRow(string Topic, long Number, string Body);
}

/// <summary>The stored state of a topic.</summary>
/// <param name="Last">The number of its last message.</param>
/// <param name="Version">The version of its row; null when there is none yet.</param>
internal sealed record StoredTopic(long Last, long? Version)
{
    public static StoredTopic Empty { get; } = new(0, null);
}
