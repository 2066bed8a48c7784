using System.Collections.Immutable;
using Actors.Catalog.Events.Ingest;
using Actors.Catalog.Scraping.Sources;

namespace Actors.Catalog.Tests.Scraping.Runs;

/// <summary>Rows that survive crashes; a commit is atomic and checks the version.</summary>
internal sealed class MemorySourceStore(Crashes crashes) : ISourceStore
{
    private readonly SortedDictionary<long, SourcePage> _pages = [];
    private readonly SortedDictionary<long, SourceItem> _items = [];
    private SourceState _state = new();
    private long? _version;

    public Dictionary<string, DeadLetter> Letters { get; } = [];

    /// <summary>Stored pages by hash; a repeated hash fails the commit.</summary>
    public Dictionary<string, RawPayload> Payloads { get; } = [];

    public Dictionary<(string Item, string Hash), DateTimeOffset> PayloadItems { get; } = [];

    /// <summary>If false, only the state is stored, without the rows of pending work.</summary>
    public bool Journal { get; set; } = true;

    public Task<SourceWork> LoadAsync(string source, CancellationToken cancellationToken) => Task.FromResult(new SourceWork(
        _version, _state, [.. _pages.Values], [.. _items.Values.Where(i => i.Stage == SourceItemStage.Waiting)],
        [.. _items.Values.Where(i => i.Stage != SourceItemStage.Waiting).Select(i => i.Event.Uuid)],
        Letters.ToDictionary(l => l.Key, l => l.Value.Attempts))
    { Payloads = [.. Payloads.Keys] });

    public Task<long> CommitAsync(string source, long? expected, SourceState next, SourceChanges changes, CancellationToken cancellationToken)
    {
        crashes.Place();
        expected.ShouldBe(_version);
        if (next.Run != _state.Run)
            Clear();
        (_state, _version) = (next, (_version ?? 0) + 1);
        changes.Pages.ForEach(p => _pages[p.Position] = p);
        if (Journal)
            changes.Items.ForEach(i => _items[i.Position] = i);
        changes.DeadLetters.ForEach(d => Letters[d.Key] = d);
        changes.Payloads.ForEach(p => Payloads.Add(p.Hash, p));
        changes.PayloadItems.ForEach(i => PayloadItems[(i.Item, i.Hash)] = i.SeenAt);
        changes.Resolved.ForEach(k => Letters.Remove(k));
        crashes.Place();
        return Task.FromResult(_version.Value);
    }

    private void Clear()
    {
        _pages.Clear();
        _items.Clear();
    }

    public Task<ImmutableArray<IntakeFailure>> FailuresAsync(string source, long run, CancellationToken cancellationToken) => Task.FromResult<ImmutableArray<IntakeFailure>>(
    [
        .. _items.Values.Where(i => i.Stage == SourceItemStage.Failed).Select(i => new IntakeFailure([i.Event.Uuid], i.Batch is not null, i.StatusCode!.Value, i.Detail!)),
    ]);

    public Task SweepAsync(string source, long run, DateTimeOffset deadline, CancellationToken cancellationToken) => Task.CompletedTask;
}
