using System.Collections.Immutable;
using Actors.Persistence;

namespace Actors.Catalog.Provider.Topic;

/// <summary>Stores the changes of records, and unreadable records as dead letters.</summary>
internal sealed class TopicIntake(IGrainFactory grains, TopicDeadLetters letters, ProviderMetrics metrics)
{
    /// <summary>The reason of a readable record that the database refuses.</summary>
    public const string Refused = "refused_by_database";

    /// <summary>Stores records; completes when all are durable. Records of one event are stored in order.</summary>
    public Task StoreAsync(ImmutableArray<TopicRecord> records) => Task.WhenAll(records
        .Select(record => (Record: record, Reading: ParsedRecord.Read(record.Key, record.Value)))
        .GroupBy(read => read.Reading.Id).Select(StoreInOrderAsync));

    /// <summary>Processes a dead letter again; returns the reason if it fails again, else null.</summary>
    public Task<string?> ReplayAsync(TopicRecord record) => StoreAsync(record, ParsedRecord.Read(record.Key, record.Value));

    private async Task StoreInOrderAsync(IEnumerable<(TopicRecord Record, ParsedRecord Reading)> records)
    {
        foreach (var (record, reading) in records)
        {
            if (await StoreAsync(record, reading) is not { } reason) continue;
            await letters.AddAsync(record, reason);
            metrics.DeadLetter(reason);
        }
    }

    private async Task<string?> StoreAsync(TopicRecord record, ParsedRecord reading)
    {
        if (reading.Reason is { } reason) return reason;
        try
        {
            metrics.RecordStored(await grains.GetGrain<IProviderEventGrain>(reading.Id).Take(new(record.Position, reading.Event)));
            return null;
        }
        catch (RowRefusedException)
        {
            return Refused;
        }
    }
}
