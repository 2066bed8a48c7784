using Actors.Catalog.Events.Ingest;
using Actors.Catalog.Scraping.Sources;
using Actors.Persistence;

namespace Actors.Catalog.Scraping.Runs;

/// <summary>Submits batches to the catalogue and records the outcome of each event.</summary>
internal sealed class BatchSubmitter(SourceRunParts parts)
{
    private const int MaxTries = 3, FailedStatus = 502;
    private int _tries;

    /// <summary>
    /// Submits a batch. If the intake keeps failing, the batch fails after a few attempts; during a database outage it is retried forever.
    /// </summary>
    public async Task<(IntakeCounts Counts, List<SourceItem> Items)> SubmitAsync(List<SourceItem> batch, int number, CancellationToken cancellationToken)
    {
        try
        {
            _tries++;
            var counts = await parts.Intake.SubmitAsync([.. batch.Select(i => i.Event)], cancellationToken);
            _tries = 0;
            return (counts, Outcome(batch, counts, number));
        }
        catch (Exception e) when (_tries >= MaxTries && e is not (StoreUnavailableException or OrleansMessageRejectionException or OperationCanceledException))
        {
            _tries = 0;
            var failure = new IntakeFailure([.. batch.Select(i => i.Event.Uuid)], true, FailedStatus, e.Message);
            var counts = new IntakeCounts(0, 0, [failure]);
            return (counts, Outcome(batch, counts, number));
        }
    }

    private static List<SourceItem> Outcome(List<SourceItem> batch, IntakeCounts counts, int number)
    {
        var failed = counts.Failed.SelectMany(f => f.Uuids, (failure, uuid) => (failure, uuid)).ToLookup(f => f.uuid, f => f.failure);
        return
        [
            .. batch.Select(item => failed[item.Event.Uuid].FirstOrDefault() is { } failure
                ? item with { Stage = SourceItemStage.Failed, Batch = failure.WholeBatch ? number : null, StatusCode = failure.StatusCode, Detail = failure.Detail }
                : item with { Stage = SourceItemStage.Done }),
        ];
    }
}
