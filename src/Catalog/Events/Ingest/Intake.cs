using System.Collections.Immutable;
using Actors.Persistence;
using Microsoft.Extensions.Logging;

namespace Actors.Catalog.Events.Ingest;

/// <summary>
/// All events enter the catalogue here. It splits a submission into batches, leaves out known events, and passes the others to their grains.
/// </summary>
internal sealed partial class Intake(IEventRows rows, IGrainFactory grains, CatalogOptions options, ILogger<Intake> logger) : IIntake
{
    /// <summary>The documented detail of a failed batch.</summary>
    public const string BatchFailed = "failed to process batch";

    private const int BadGateway = 502;

    /// <summary>Events that are created concurrently for one caller.</summary>
    private const int MaxConcurrency = 100;

    public async Task<IntakeCounts> SubmitAsync(ImmutableArray<EventInput> events, CancellationToken cancellationToken)
    {
        var counts = IntakeCounts.None;
        foreach (var batch in events.DistinctBy(e => e.Uuid).Chunk(options.BatchSize))
        {
            cancellationToken.ThrowIfCancellationRequested();
            counts = counts.Add(await SubmitBatchAsync(batch, cancellationToken));
        }

        return counts;
    }

    /// <summary>Creates events. The outcomes are in the order of <paramref name="events"/>.</summary>
    public async Task<ImmutableArray<CreateOutcome>> CreateAsync(ImmutableArray<EventInput> events)
    {
        var outcomes = ImmutableArray.CreateBuilder<CreateOutcome>(events.Length);
        foreach (var part in events.Chunk(MaxConcurrency)) outcomes.AddRange(await Task.WhenAll(part.Select(CreateAsync)));
        return outcomes.MoveToImmutable();
    }

    /// <summary>Creates one event.</summary>
    public Task<CreateOutcome> CreateAsync(EventInput input) => grains.GetGrain<IEventGrain>(input.Uuid).Create(input);

    private async Task<IntakeCounts> SubmitBatchAsync(EventInput[] batch, CancellationToken cancellationToken)
    {
        var known = await rows.KnownAsync([.. batch.Select(e => e.Uuid)], cancellationToken);
        var fresh = batch.Where(e => !known.Contains(e.Uuid)).ToImmutableArray();
        var counts = new IntakeCounts(0, batch.Length - fresh.Length, []);
        try
        {
            return (await CreateAsync(fresh)).Aggregate(counts, Count);
        }
        catch (Exception e) when (!IsOutage(e) && !cancellationToken.IsCancellationRequested)
        {
            LogBatchFailed(e, fresh.Length);
            return counts.Add(new(0, 0, [new([.. fresh.Select(f => f.Uuid)], WholeBatch: true, BadGateway, BatchFailed)]));
        }
    }

    /// <summary>True if the store is unavailable or the program stops: the caller must send the batch again.</summary>
    private static bool IsOutage(Exception exception) => exception is StoreUnavailableException or OrleansMessageRejectionException;

    private static IntakeCounts Count(IntakeCounts counts, CreateOutcome outcome) => outcome.Result switch
    {
        CreateResult.Created => counts with { Sent = counts.Sent + 1 },
        CreateResult.ImageDownloadFailed => counts with { Failed = counts.Failed.Add(Failure(outcome)) },
        _ => counts with { Skipped = counts.Skipped + 1 },
    };

    private static IntakeFailure Failure(CreateOutcome outcome) =>
        new([outcome.Uuid], WholeBatch: false, BadGateway, outcome.Detail ?? "image_download_failed");
}
