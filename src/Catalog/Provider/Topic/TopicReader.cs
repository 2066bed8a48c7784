using Confluent.Kafka;
using Microsoft.Extensions.Logging;

namespace Actors.Catalog.Provider.Topic;

/// <summary>
/// A consumer in the group. It never commits automatically, only by <see cref="CommitAsync"/>. All calls of the client library run on one dedicated
/// thread, so partitions are assigned and revoked only during a fetch.
/// </summary>
internal sealed partial class TopicReader : IAsyncDisposable
{
    /// <summary>Maximum number of records of a fetch; they are written together.</summary>
    public const int MaxRecords = 500;

    /// <summary>A silent member loses its partitions after this time: the minimum that brokers allow by default.</summary>
    public static readonly TimeSpan Session = TimeSpan.FromSeconds(6);

    private static readonly TimeSpan s_heartbeat = TimeSpan.FromSeconds(2), s_fetchTimeout = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan s_checkInterval = TimeSpan.FromSeconds(5), s_metadataTimeout = TimeSpan.FromSeconds(3), s_closeTimeout = TimeSpan.FromSeconds(5);

    private readonly TopicSettings _settings;
    private readonly TimeProvider _timeProvider;
    private readonly ILogger _logger;
    private readonly DedicatedThread _thread = new("provider topic");
    private IConsumer<byte[]?, byte[]?>? _consumer;
    private IAdminClient? _admin;
    private DateTimeOffset _nextCheck;
    private TopicState _state = TopicState.Available;

    private TopicReader(TopicSettings settings, TimeProvider timeProvider, ILogger logger) => (_settings, _timeProvider, _logger) = (settings, timeProvider, logger);

    /// <summary>Joins the group.</summary>
    public static async Task<TopicReader> OpenAsync(TopicSettings settings, TimeProvider timeProvider, ILogger logger)
    {
        var reader = new TopicReader(settings, timeProvider, logger);
        try
        {
            await reader._thread.RunAsync(reader.Open);
            return reader;
        }
        catch
        {
            await reader.DisposeAsync();
            throw;
        }
    }

    /// <summary>Waits briefly for records and returns them.</summary>
    public Task<TopicFetch> FetchAsync() => _thread.RunAsync(Fetch);

    /// <summary>Commits the offsets after these records.</summary>
    public Task CommitAsync(TopicFetch fetch) => _thread.RunAsync(() => Commit(fetch));

    /// <summary>Leaves the group, so that other members take over at once.</summary>
    public async ValueTask DisposeAsync()
    {
        var closed = _thread.RunAsync(Close);
        _thread.Dispose();
        await ((Task)closed).WaitAsync(s_closeTimeout, _timeProvider).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private bool Open()
    {
        var builder = new ConsumerBuilder<byte[]?, byte[]?>(TopicClient.Consumer(_settings, Session, s_heartbeat));
        _consumer = builder.SetLogHandler((_, line) => LogClient(line.Facility, line.Message)).SetErrorHandler((_, error) => LogError(error.Code, error.Reason)).Build();
        _admin = new DependentAdminClientBuilder(_consumer.Handle).Build();
        _consumer.Subscribe(_settings.Topic);
        return true;
    }

    private TopicFetch Fetch()
    {
        var found = Consume(s_fetchTimeout) is { } first ? Rest(first) : [];
        // If a partition was revoked meanwhile, another member reads its records.
        var assigned = _consumer!.Assignment.Select(p => p.Partition.Value).ToHashSet();
        found.RemoveAll(record => !assigned.Contains(record.Position.Partition));
        if (found.Count > 0) _state = TopicState.Available;
        else if (_timeProvider.GetUtcNow() >= _nextCheck) CheckTopic();
        return new([.. found], _state, assigned.Count, Lag() + found.Count);
    }

    private List<TopicRecord> Rest(TopicRecord first)
    {
        List<TopicRecord> found = [first];
        while (found.Count < MaxRecords && Consume(TimeSpan.Zero) is { } next) found.Add(next);
        return found;
    }

    private TopicRecord? Consume(TimeSpan wait)
    {
        try
        {
            return _consumer!.Consume(wait) is { Message: { } message } read
                ? new(new(read.Topic, read.Partition.Value, read.Offset.Value), message.Key, message.Value)
                : null;
        }
        catch (ConsumeException failure) when (!failure.Error.IsFatal)
        {
            // The library recovers by itself; the next check tells whether the topic exists.
            LogError(failure.Error.Code, failure.Error.Reason);
            return null;
        }
    }

    private void CheckTopic()
    {
        _nextCheck = _timeProvider.GetUtcNow() + s_checkInterval;
        try
        {
            var found = _admin!.GetMetadata(_settings.Topic, s_metadataTimeout).Topics.Find(topic => topic.Topic == _settings.Topic);
            _state = found is { Error.IsError: false, Partitions.Count: > 0 } ? TopicState.Available : TopicState.NoTopic;
        }
        catch (KafkaException failure)
        {
            LogError(failure.Error.Code, failure.Error.Reason);
            _state = TopicState.NoBroker;
        }
    }

    // Needs no request: the library remembers the high watermarks of the last responses.
    private long Lag() => _consumer!.Assignment.Sum(partition =>
        (End: _consumer.GetWatermarkOffsets(partition).High, At: _consumer.Position(partition)) is { End.IsSpecial: false, At.IsSpecial: false } known
            ? Math.Max(0, known.End.Value - known.At.Value) : 0);

    private bool Commit(TopicFetch fetch)
    {
        var ends = fetch.Records.GroupBy(record => record.Position.Partition)
            .Select(same => new TopicPartitionOffset(_settings.Topic, same.Key, same.Max(record => record.Position.Offset) + 1));
        try
        {
            _consumer!.Commit(ends);
            return true;
        }
        catch (KafkaException failure) when (!failure.Error.IsFatal)
        {
            // Another member owns the partitions, or the broker is unavailable. The records come again and have no second effect.
            LogError(failure.Error.Code, failure.Error.Reason);
            return false;
        }
    }

    private bool Close()
    {
        _admin?.Dispose();
        _consumer?.Close();
        _consumer?.Dispose();
        return true;
    }
}
