using System.Collections.Immutable;
using System.Text.Json;
using Actors.Catalog.Duplicates.Matching;
using Actors.Catalog.Events;
using Actors.Persistence;
using Microsoft.Extensions.Logging;

namespace Actors.Catalog.Duplicates;

/// <summary>
/// Stores decisions one after another. A decision and the intent to update its events are one commit. The events are updated at once, and by the
/// outbox if that fails.
/// </summary>
[GrainType("twins")]
internal sealed partial class DuplicatesGrain(
    IRowStore store, IDuplicateRows rows, CatalogOptions options, TimeProvider timeProvider, ILogger<DuplicatesGrain> logger) : Grain, IDuplicatesGrain
{
    /// <summary>Outbox topic of the intents.</summary>
    public const string Topic = "catalog.twins";

    private const string Key = "0";

    private StoredRow<DuplicatesState>? _row;

    public override async Task OnActivateAsync(CancellationToken cancellationToken) =>
        _row = await store.ReadAsync(DuplicateTables.State, Key, cancellationToken);

    public async Task<DecisionAnswer> Same(Guid first, Guid second, Guid? shown)
    {
        var context = await DecisionContext.ReadAsync(rows, [first, second]);
        if (FindMissing(context, first, second) is { } missing) return new(false, missing);
        if (DecisionRefusals.OfSame(first, second, context.Graph, context.FingerprintsOf(options.Zone)) is { } refusal) return new(false, refusal);
        if (context.Graph.NameOf(first) == context.Graph.NameOf(second) && (shown is null || context.Graph.MarkOf(shown.Value) is { Shown: true }))
            return new(true, "This was already decided.");
        await Save(set => set.Upsert(DuplicateTables.Decisions, DuplicateDecision.Of(first, second, same: true, shown, timeProvider.GetUtcNow())), first, second);
        return new(true, await ShownAsync(first) is { } visible ? $"They are duplicates; {visible} is shown." : "They are duplicates.");
    }

    public async Task<DecisionAnswer> Different(Guid first, Guid second)
    {
        var context = await DecisionContext.ReadAsync(rows, [first, second]);
        if (FindMissing(context, first, second) is { } missing) return new(false, missing);
        if (DecisionRefusals.OfDifferent(first, second, context.Graph) is { } refusal) return new(false, refusal);
        if (context.DecisionOf(first, second) is not null) return new(true, "This was already decided.");
        await Save(set => set.Upsert(DuplicateTables.Decisions, DuplicateDecision.Of(first, second, same: false, null, timeProvider.GetUtcNow())), first, second);
        return new(true, "They are different.");
    }

    public async Task<DecisionAnswer> Undo(Guid first, Guid second)
    {
        var context = await DecisionContext.ReadAsync(rows, [first, second]);
        if (context.DecisionOf(first, second) is not { } decision) return new(false, $"There is no decision about {first} and {second}.");
        await Save(set => set.Remove(DuplicateTables.Decisions, decision), first, second);
        if (!decision.Same) return new(true, "They are no longer different.");
        var left = new DecisionGraph(context.Decisions.Remove(decision));
        return new(true, left.NameOf(first) == left.NameOf(second)
            ? "The decision is undone; by other decisions they are still duplicates." : "They are no longer duplicates.");
    }

    public async Task Apply(ImmutableArray<Guid> uuids)
    {
        var context = await DecisionContext.ReadAsync(rows, uuids);
        var marks = context.Events.Values.Select(e => (e.Uuid, Rank: context.Graph.MarkOf(e.Uuid)?.RankOf(e.Id) ?? 0));

        // The shown event first, so that never all duplicates are hidden.
        foreach (var (uuid, _) in marks.OrderBy(mark => mark.Rank))
            await GrainFactory.GetGrain<IEventGrain>(uuid).MarkTwins(context.Graph.MarkOf(uuid));
    }

    private async Task Save(Func<WriteSet, WriteSet> change, Guid first, Guid second)
    {
        var next = new DuplicatesState((_row?.State.Decisions ?? 0) + 1);
        var intent = new OutboxMessage($"{Topic}:{next.Decisions}", Topic, JsonSerializer.Serialize(new[] { first, second }), timeProvider.GetUtcNow());
        try
        {
            await store.CommitAsync(change(new WriteSet().Put(DuplicateTables.State, Key, next, _row?.Version).Enqueue(intent)));
        }
        catch
        {
            // The outcome of the commit is unknown; the next activation reads it.
            DeactivateOnIdle();
            throw;
        }

        _row = new(Key, (_row?.Version ?? 0) + 1, next);
        LogDecided(next.Decisions, first, second);
        await Apply([first, second]);
    }

    // The event of a set that the lists show now.
    private async Task<Guid?> ShownAsync(Guid uuid)
    {
        var context = await DecisionContext.ReadAsync(rows, [uuid]);
        var active = context.Graph.SetOf(uuid).Select(member => context.Events.GetValueOrDefault(member)).Where(e => e is { Active: true });
        return active.MinBy(e => e!.Twins?.RankOf(e.Id) ?? e.Id)?.Uuid;
    }

    private static string? FindMissing(DecisionContext context, Guid first, Guid second)
    {
        if (!context.Events.ContainsKey(first)) return $"There is no event {first}.";
        return context.Events.ContainsKey(second) ? null : $"There is no event {second}.";
    }
}
