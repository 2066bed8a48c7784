using System.Collections.Immutable;
using Actors.Persistence;

namespace Actors.Catalog.Provider.Topic;

/// <summary>Stores what records say, and keeps as dead letters those that say nothing.</summary>
internal sealed class TopicIntake(IGrainFactory grains, TopicDeadLetters letters, ProviderMetrics metrics)
{
    /// <summary>The reason of a record that could be read, and that the database refuses.</summary>
    public const string Refused = "refused_by_database";

    /// <summary>Takes records; returns when all of them are durable. Those of one event are taken in their order.</summary>
    public Task TakeAsync(ImmutableArray<TopicRecord> records) => Task.WhenAll(records
        .Select(record => (Record: record, Reading: TopicReading.Read(record.Key, record.Value)))
        .GroupBy(read => read.Reading.Id).Select(TakeInOrderAsync));

    /// <summary>Takes a record again that was a dead letter; the reason why it is still one, or null.</summary>
    public Task<string?> TakeAgainAsync(TopicRecord record) => TakeAsync(record, TopicReading.Read(record.Key, record.Value));

    private async Task TakeInOrderAsync(IEnumerable<(TopicRecord Record, TopicReading Reading)> records)
    {
        foreach (var (record, reading) in records)
        {
            if (await TakeAsync(record, reading) is not { } reason) continue;
            await letters.AddAsync(record, reason);
            metrics.DeadLetter(reason);
        }
    }

    private async Task<string?> TakeAsync(TopicRecord record, TopicReading reading)
    {
        if (reading.Reason is { } reason) return reason;
        try
        {
            metrics.Taken(await grains.GetGrain<IProviderEventGrain>(reading.Id).Take(new(record.Position, reading.Event)));
            return null;
        }
        catch (RowRefusedException)
        {
            return Refused;
        }
    }
}
