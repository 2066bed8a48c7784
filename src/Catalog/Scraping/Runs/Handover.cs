using Actors.Catalog.Events.Ingest;
using Actors.Catalog.Scraping.Sources;
using Actors.Persistence;

namespace Actors.Catalog.Scraping.Runs;

/// <summary>Hands batches to the catalogue and says what became of each event.</summary>
internal sealed class Handover(SourceRunParts parts)
{
    private const int MostTries = 3, FailedStatus = 502;
    private int _tries;

    /// <summary>Submits; a catalogue that cannot be reached at all fails the batch after a few tries, a store that is away does not.</summary>
    public async Task<(IntakeCounts Counts, List<SourceItem> Items)> SubmitAsync(List<SourceItem> batch, int number, CancellationToken cancellationToken)
    {
        try
        {
            _tries++;
            var counts = await parts.Intake.SubmitAsync([.. batch.Select(i => i.Event)], cancellationToken);
            _tries = 0;
            return (counts, Outcome(batch, counts, number));
        }
        catch (Exception e) when (_tries >= MostTries && e is not (StoreUnavailableException or OrleansMessageRejectionException or OperationCanceledException))
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
