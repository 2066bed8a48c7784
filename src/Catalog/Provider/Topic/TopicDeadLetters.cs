using Actors.Persistence;

namespace Actors.Catalog.Provider.Topic;

/// <summary>A record that could not be read or stored.</summary>
internal sealed record TopicDeadLetter
{
    public required string Topic { get; init; }

    public required long PartitionNumber { get; init; }

    public required long RecordOffset { get; init; }

    public required string Reason { get; init; }

    /// <summary>The number of attempts.</summary>
    public required long Attempts { get; init; }

    /// <summary>When it was first seen.</summary>
    public required DateTimeOffset SeenAt { get; init; }

    public byte[]? RecordKey { get; init; }

    public byte[]? RecordValue { get; init; }

    /// <summary>The original record.</summary>
    public TopicRecord Record => new(new(Topic, (int)PartitionNumber, RecordOffset), RecordKey, RecordValue);
}

/// <summary>The dead letters of the provider's topic, in table <c>provider_dead_letters</c>.</summary>
internal sealed class TopicDeadLetters(IDatabase database, TimeProvider timeProvider)
{
    /// <summary>Retention of dead letters.</summary>
    public static readonly TimeSpan Retention = TimeSpan.FromDays(30);

    // A repeated record is the same dead letter.
    private const string Add = """
        INSERT INTO provider_dead_letters (topic, partition_number, record_offset, reason, attempts, seen_at, record_key, record_value)
        VALUES (@topic, @partition, @offset, @reason, 1, @now, @key, @value)
        ON CONFLICT (topic, partition_number, record_offset) DO NOTHING
        """;

    private const string Find = """
        SELECT topic, partition_number, record_offset, reason, attempts, seen_at, record_key, record_value FROM provider_dead_letters
        WHERE (CAST(@reason AS TEXT) IS NULL OR reason = @reason)
          AND (@all OR CAST(partition_number AS TEXT) || ':' || CAST(record_offset AS TEXT) IN @places)
        ORDER BY seen_at, topic, partition_number, record_offset LIMIT @limit
        """;

    private const string One = "topic = @topic AND partition_number = @partition AND record_offset = @offset";

    public Task AddAsync(TopicRecord record, string reason)
    {
        var (topic, partition, offset) = record.Position;
        return database.ExecuteAsync(Add, new { topic, partition = (long)partition, offset, reason, now = timeProvider.GetUtcNow(), key = record.Key, value = record.Value });
    }

    /// <summary>The oldest dead letters, optionally of one reason and at given positions (<c>PARTITION:OFFSET</c>).</summary>
    public Task<IReadOnlyList<TopicDeadLetter>> FindAsync(string? reason, IReadOnlyCollection<string> places, int limit, CancellationToken cancellationToken) =>
        database.QueryAsync<TopicDeadLetter>(Find, new { reason, all = places.Count == 0, places = places.DefaultIfEmpty("").ToArray(), limit }, cancellationToken);

    /// <summary>Removes a dead letter that was processed.</summary>
    public Task RemoveAsync(TopicPosition at)
    {
        var (topic, partition, offset) = at;
        return database.ExecuteAsync($"DELETE FROM provider_dead_letters WHERE {One}", new { topic, partition = (long)partition, offset });
    }

    /// <summary>Records another failed attempt.</summary>
    public Task FailedAgainAsync(TopicPosition at, string reason)
    {
        var (topic, partition, offset) = at;
        return database.ExecuteAsync($"UPDATE provider_dead_letters SET reason = @reason, attempts = attempts + 1 WHERE {One}",
            new { topic, partition = (long)partition, offset, reason });
    }

    /// <summary>Deletes dead letters after their retention.</summary>
    public Task SweepAsync(CancellationToken cancellationToken) =>
        database.ExecuteAsync("DELETE FROM provider_dead_letters WHERE seen_at < @before", new { before = timeProvider.GetUtcNow() - Retention }, cancellationToken);
}
