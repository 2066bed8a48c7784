using System.Collections.Immutable;
using System.Text.Json;
using Actors.Catalog.Duplicates.Matching;
using Actors.Catalog.Events;
using Actors.Persistence;
using Microsoft.Extensions.Logging;

namespace Actors.Catalog.Duplicates;

/// <summary>
/// Takes decisions one after the other. A decision and the intent to tell the events are one commit; the events are told at once, and by the
/// outbox if that fails.
/// </summary>
internal sealed partial class TwinsGrain(
    IRowStore store, ITwinRows rows, CatalogOptions options, TimeProvider timeProvider, ILogger<TwinsGrain> logger) : Grain, ITwinsGrain
{
    /// <summary>Topic of the intents.</summary>
    public const string Topic = "catalog.twins";

    private const string Key = "0";

    private StoredRow<TwinsState>? _row;

    public override async Task OnActivateAsync(CancellationToken cancellationToken) =>
        _row = await store.ReadAsync(TwinTables.State, Key, cancellationToken);

    public async Task<TwinAnswer> Same(Guid first, Guid second, Guid? shown)
    {
        var matter = await TwinMatter.ReadAsync(rows, [first, second]);
        if (Missing(matter, first, second) is { } missing) return new(false, missing);
        if (TwinRefusals.OfSame(first, second, matter.Graph, matter.Cards(options.Zone)) is { } refusal) return new(false, refusal);
        if (matter.Graph.NameOf(first) == matter.Graph.NameOf(second) && (shown is null || matter.Graph.MarkOf(shown.Value) is { Shown: true }))
            return new(true, "That was decided before.");
        await Keep(set => set.Upsert(TwinTables.Decisions, TwinDecision.Of(first, second, same: true, shown, timeProvider.GetUtcNow())), first, second);
        return new(true, await Shown(first) is { } visible ? $"They are the same; {visible} is shown." : "They are the same.");
    }

    public async Task<TwinAnswer> Different(Guid first, Guid second)
    {
        var matter = await TwinMatter.ReadAsync(rows, [first, second]);
        if (Missing(matter, first, second) is { } missing) return new(false, missing);
        if (TwinRefusals.OfDifferent(first, second, matter.Graph) is { } refusal) return new(false, refusal);
        if (matter.DecisionOf(first, second) is not null) return new(true, "That was decided before.");
        await Keep(set => set.Upsert(TwinTables.Decisions, TwinDecision.Of(first, second, same: false, null, timeProvider.GetUtcNow())), first, second);
        return new(true, "They are different.");
    }

    public async Task<TwinAnswer> Undo(Guid first, Guid second)
    {
        var matter = await TwinMatter.ReadAsync(rows, [first, second]);
        if (matter.DecisionOf(first, second) is not { } decision) return new(false, $"Nothing was decided of {first} and {second}.");
        await Keep(set => set.Remove(TwinTables.Decisions, decision), first, second);
        if (!decision.Same) return new(true, "They are no longer different.");
        var left = new TwinGraph(matter.Decisions.Remove(decision));
        return new(true, left.NameOf(first) == left.NameOf(second)
            ? "That is taken back; by other decisions they are still the same." : "They are no longer the same.");
    }

    public async Task Apply(ImmutableArray<Guid> uuids)
    {
        var matter = await TwinMatter.ReadAsync(rows, uuids);
        var marks = matter.Events.Values.Select(e => (e.Uuid, Rank: matter.Graph.MarkOf(e.Uuid)?.RankOf(e.Id) ?? 0));

        // What is to be seen first: at no moment are all events of a set hidden.
        foreach (var (uuid, _) in marks.OrderBy(mark => mark.Rank))
            await GrainFactory.GetGrain<IEventGrain>(uuid).MarkTwins(matter.Graph.MarkOf(uuid));
    }

    private async Task Keep(Func<WriteSet, WriteSet> change, Guid first, Guid second)
    {
        var next = new TwinsState((_row?.State.Decisions ?? 0) + 1);
        var intent = new OutboxMessage($"{Topic}:{next.Decisions}", Topic, JsonSerializer.Serialize(new[] { first, second }), timeProvider.GetUtcNow());
        try
        {
            await store.CommitAsync(change(new WriteSet().Put(TwinTables.State, Key, next, _row?.Version).Enqueue(intent)));
        }
        catch
        {
            // It may be stored or not: the next call reads what is there.
            DeactivateOnIdle();
            throw;
        }

        _row = new(Key, (_row?.Version ?? 0) + 1, next);
        LogDecided(next.Decisions, first, second);
        await Apply([first, second]);
    }

    // Which event of a set the lists have now.
    private async Task<Guid?> Shown(Guid uuid)
    {
        var matter = await TwinMatter.ReadAsync(rows, [uuid]);
        var active = matter.Graph.SetOf(uuid).Select(member => matter.Events.GetValueOrDefault(member)).Where(e => e is { Active: true });
        return active.MinBy(e => e!.Twins?.RankOf(e.Id) ?? e.Id)?.Uuid;
    }

    private static string? Missing(TwinMatter matter, Guid first, Guid second)
    {
        if (!matter.Events.ContainsKey(first)) return $"There is no event {first}.";
        return matter.Events.ContainsKey(second) ? null : $"There is no event {second}.";
    }
}
