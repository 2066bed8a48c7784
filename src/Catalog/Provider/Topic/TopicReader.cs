using Confluent.Kafka;
using Microsoft.Extensions.Logging;

namespace Actors.Catalog.Provider.Topic;

/// <summary>
/// A member of the group that reads the topic. It never commits by itself: what was fetched counts as taken only after <see cref="CommitAsync"/>. All
/// calls of the client library are on one thread of its own, so partitions come and go only while that thread fetches.
/// </summary>
internal sealed partial class TopicReader : IAsyncDisposable
{
    /// <summary>Most records of a fetch. They are written together.</summary>
    public const int MostRecords = 500;

    /// <summary>A member that is silent for so long loses its partitions to the others: the least that brokers allow by default.</summary>
    public static readonly TimeSpan Session = TimeSpan.FromSeconds(6);

    private static readonly TimeSpan s_heartbeat = TimeSpan.FromSeconds(2), s_wait = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan s_look = TimeSpan.FromSeconds(5), s_answer = TimeSpan.FromSeconds(3), s_close = TimeSpan.FromSeconds(5);

    private readonly TopicSettings _settings;
    private readonly TimeProvider _timeProvider;
    private readonly ILogger _logger;
    private readonly OwnThread _thread = new("provider topic");
    private IConsumer<byte[]?, byte[]?>? _consumer;
    private IAdminClient? _admin;
    private DateTimeOffset _nextLook;
    private TopicState _state = TopicState.There;

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

    /// <summary>Waits a moment for records and gives those that are there.</summary>
    public Task<TopicFetch> FetchAsync() => _thread.RunAsync(Fetch);

    /// <summary>Makes the group go on after these records.</summary>
    public Task CommitAsync(TopicFetch fetch) => _thread.RunAsync(() => Commit(fetch));

    /// <summary>Leaves the group, so that others take over at once.</summary>
    public async ValueTask DisposeAsync()
    {
        var closed = _thread.RunAsync(Close);
        _thread.Dispose();
        await ((Task)closed).WaitAsync(s_close, _timeProvider).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
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
        var found = Consume(s_wait) is { } first ? Rest(first) : [];
        // Of a partition that was taken away meanwhile, another member reads the same records.
        var ours = _consumer!.Assignment.Select(p => p.Partition.Value).ToHashSet();
        found.RemoveAll(record => !ours.Contains(record.Position.Partition));
        if (found.Count > 0) _state = TopicState.There;
        else if (_timeProvider.GetUtcNow() >= _nextLook) Look();
        return new([.. found], _state, ours.Count, Lag() + found.Count);
    }

    private List<TopicRecord> Rest(TopicRecord first)
    {
        List<TopicRecord> found = [first];
        while (found.Count < MostRecords && Consume(TimeSpan.Zero) is { } next) found.Add(next);
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
            // The library goes on by itself; whether the topic is there, the next look says.
            LogError(failure.Error.Code, failure.Error.Reason);
            return null;
        }
    }

    private void Look()
    {
        _nextLook = _timeProvider.GetUtcNow() + s_look;
        try
        {
            var found = _admin!.GetMetadata(_settings.Topic, s_answer).Topics.Find(topic => topic.Topic == _settings.Topic);
            _state = found is { Error.IsError: false, Partitions.Count: > 0 } ? TopicState.There : TopicState.NoTopic;
        }
        catch (KafkaException failure)
        {
            LogError(failure.Error.Code, failure.Error.Reason);
            _state = TopicState.NoBroker;
        }
    }

    // Known without asking: the library keeps the ends that came with the last records.
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
            // Another member has the partitions by now, or the broker is away. The records come again and have no second effect.
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
