using Actors.Catalog.Scraping.Mapping;
using Actors.Catalog.Scraping.Sources;

namespace Actors.Catalog.Scraping.Runs;

/// <summary>
/// Executes the runs of one source step by step. The intent is stored before a step and its result in one commit after it, so that a run resumes
/// after a crash.
/// </summary>
internal sealed class SourceRun(SourceSettings source, SourceWork stored, SourceRunParts parts)
{
    /// <summary>A page is abandoned after the program crashed this often while reading it.</summary>
    public const int MaxAttempts = 5;

    /// <summary>Dead letters that were not seen for this time are deleted.</summary>
    public static readonly TimeSpan DeadLetterRetention = TimeSpan.FromDays(30);

    private readonly DeadLetters _deadLetters = new(stored.DeadLetters, parts.Clock) { NextTry = Planned(stored.State, parts) };
    private readonly Payloads _payloads = new(stored.Payloads, parts.Clock);
    private readonly PageCache _cache = new();
    private readonly BatchSubmitter _submitter = new(parts);
    private RunWork _work = stored.State.Running ? new(stored) : new();
    private long? _version = stored.Version;

    public SourceState State { get; private set; } = stored.State;

    /// <summary>Starts the next whole run.</summary>
    public Task BeginAsync(CancellationToken cancellationToken)
    {
        var now = parts.Clock.GetUtcNow();
        return BeginAsync(Next(now) with { PlannedFrom = now }, [new(PageNumbers.First(source.Url, now), IsList: true)], cancellationToken);
    }

    /// <summary>Starts a run of these pages only. The schedule of whole runs is unchanged.</summary>
    public Task ReplayAsync(IReadOnlyCollection<PageRef> pages, CancellationToken cancellationToken) =>
        BeginAsync(Next(parts.Clock.GetUtcNow()) with { Replays = true }, pages, cancellationToken);

    /// <summary>When the next whole run is due; null means now, because there was none yet.</summary>
    public DateTimeOffset? Planned() => Planned(State, parts);

    // Older states only store the start of the last run.
    private static DateTimeOffset? Planned(SourceState state, SourceRunParts parts) => (state.PlannedFrom ?? state.StartedAt) + parts.Settings.Interval;

    private SourceState Next(DateTimeOffset now) => new()
    {
        Run = State.Run + 1,
        Running = true,
        StartedAt = now,
        Yields = State.Yields,
        YieldDropped = State.YieldDropped,
        PlannedFrom = State.PlannedFrom ?? State.StartedAt,
    };

    private async Task BeginAsync(SourceState next, IEnumerable<PageRef> pages, CancellationToken cancellationToken)
    {
        var changes = new SourceChanges();
        foreach (var page in pages.DistinctBy(p => p.Url))
            changes.Pages.Add(new(page.Url, changes.Pages.Count + 1, page.IsList));
        await CommitAsync(next, changes, cancellationToken);
        _work = new RunWork();
        changes.Pages.ForEach(_work.Add);
        _deadLetters.NextTry = Planned();
    }

    /// <summary>Does one step: submits a batch, fetches a page, or ends the run. Returns false when the run has ended.</summary>
    public async Task<bool> StepAsync(CancellationToken cancellationToken)
    {
        var page = _work.NextPage;
        if (_work.Pending >= parts.Settings.BatchSize || (page is null && _work.Pending > 0))
            await SubmitAsync(cancellationToken);
        else if (page is not null)
            await ReadPageAsync(page, cancellationToken);
        else
            await EndAsync(cancellationToken);
        return State.Running;
    }

    private async Task ReadPageAsync(SourcePage page, CancellationToken cancellationToken)
    {
        var changes = new SourceChanges();
        if (page.Attempts >= MaxAttempts)
        {
            _deadLetters.Add(changes, page.Url, DeadLetterReason.PageAbandoned, $"given up after {page.Attempts} attempts", page.Ref);
            await PageDoneAsync(page, changes, cancellationToken);
            return;
        }
        page = page with { Attempts = page.Attempts + 1 };
        var intent = new SourceChanges();
        intent.Pages.Add(page);
        await CommitAsync(State, intent, cancellationToken);
        _work.Replace(page);
        var known = _cache.Find(page);
        var fetched = await parts.Pages.FetchAsync(new(new Uri(page.Url), source.AsksRobots, known?.Validators), cancellationToken);
        parts.Metrics.PageFetched(source.Name, fetched);
        var (read, hash) = fetched.Text is { } text ? Read(page, fetched.Url, text, changes) : (null, "");
        if (fetched.NotModified && known is not null)
            AddUnchanged(known, changes);
        else if (read is null)
            _deadLetters.Add(changes, page.Url, fetched.Forbidden ? DeadLetterReason.RobotsForbidden : DeadLetterReason.PageUnreachable, fetched.Failure, page.Ref);
        var lossless = changes.DeadLetters.Count == 0;
        await PageDoneAsync(page, changes, cancellationToken);
        // Only after the commit: a cached page is not downloaded again.
        if (fetched.NotModified && known is not null)
            _cache.Confirm(State.Run, page, known);
        else if (read is not null)
            _cache.Set(State.Run, page, fetched.Validators, read, hash, lossless);
    }

    private (MappedPage Reading, string Hash) Read(SourcePage page, Uri url, string text, SourceChanges changes)
    {
        var read = MappedPage.Read(source, url, text, page.IsList, parts.Settings.DefaultZone, parts.Clock.GetUtcNow());
        if (read.Problems is [var problem, ..])
            _deadLetters.Add(changes, page.Url, DeadLetterReason.PageUnreadable, problem, page.Ref);
        else
            _deadLetters.Resolve(changes, page.Url);
        foreach (var outcome in read.Events)
            AddOutcome(outcome, page, changes);
        changes.Offered = read.Events.Count(e => e.Event is not null);
        Follow(read, changes);
        return (read, _payloads.Add(changes, url, text, read.Events));
    }

    private void AddUnchanged(PageCache.CachedPage known, SourceChanges changes)
    {
        changes.Offered = known.Events.Length;
        _payloads.Seen(changes, known.Hash, known.Events.Select(e => e.ToString()));
        Follow(known.Reading, changes);
    }

    private void AddOutcome(MapOutcome outcome, SourcePage page, SourceChanges changes)
    {
        if (outcome.Reason is { } reason)
            _deadLetters.Add(changes, outcome.ItemKey, reason, null, page.Ref);
        else if (_work.IsNew(outcome.Event!.Uuid) && !changes.Items.Exists(i => i.Event.Uuid == outcome.Event.Uuid))
            changes.Items.Add(new(outcome.ItemKey, _work.NextPosition(), outcome.Event) { Page = page.Ref });
    }

    private void Follow(MappedPage read, SourceChanges changes)
    {
        var found = read.Links.Select(url => (url, IsList: false)).Append((url: read.NextPage ?? "", IsList: true)).Where(p => p.url.Length > 0);
        var free = source.MaxPages - _work.KnownPages;
        foreach (var (url, isList) in found.DistinctBy(p => p.url).Where(p => _work.IsNew(p.url)).Take(Math.Max(0, free)))
            changes.Pages.Add(new(url, _work.NextPosition(), isList));
    }

    private async Task PageDoneAsync(SourcePage page, SourceChanges changes, CancellationToken cancellationToken)
    {
        var done = State with
        {
            Pages = State.Pages + 1,
            Found = State.Found + changes.Items.Count,
            Offered = State.Offered + changes.Offered,
            Rejected = State.Rejected + changes.DeadLetters.Count,
        };
        var (newPages, newItems) = (changes.Pages.ToList(), changes.Items.ToList());
        changes.Pages.Add(page with { Done = true });
        await CommitAsync(done, changes, cancellationToken);
        _work.CompletePage();
        newPages.ForEach(_work.Add);
        newItems.ForEach(_work.Add);
        Count(changes, newItems.Count);
    }

    private async Task SubmitAsync(CancellationToken cancellationToken)
    {
        var batch = _work.Batch(parts.Settings.BatchSize);
        var (counts, items) = await _submitter.SubmitAsync(batch, State.Batches + 1, cancellationToken);
        var changes = new SourceChanges();
        changes.Items.AddRange(items);
        foreach (var item in items)
        {
            if (item.Stage == SourceItemStage.Failed)
            {
                _deadLetters.Add(changes, item.Key, DeadLetterReason.IntakeFailed, item.Detail, item.Page);
                _cache.RemoveEvent(item.Event.Uuid);
            }
            else
            {
                _deadLetters.Resolve(changes, item.Key);
            }
        }
        await CommitAsync(State with
        {
            Batches = State.Batches + 1,
            Sent = State.Sent + counts.Sent,
            Skipped = State.Skipped + counts.Skipped,
            Rejected = State.Rejected + changes.DeadLetters.Count,
        }, changes, cancellationToken);
        _work.Submitted(batch.Count);
        Count(changes, 0);
    }

    private async Task EndAsync(CancellationToken cancellationToken)
    {
        var now = parts.Clock.GetUtcNow();
        await parts.Store.SweepAsync(source.Name, State.Run, now - DeadLetterRetention, cancellationToken);
        await CommitAsync(Ended(now), new SourceChanges(), cancellationToken);
        if (!State.Replays)
            _cache.RemoveUnvisited(State.Run);
        parts.Metrics.YieldDropped(source.Name, State.YieldDropped);
        parts.Metrics.RunEnded(source.Name, now - State.StartedAt!.Value);
    }

    private SourceState Ended(DateTimeOffset now)
    {
        var ended = State with { Running = false, FinishedAt = now };
        return State.Replays
            ? ended
            : ended with { YieldDropped = SourceYield.IsDrop(State.Yields, State.Offered), Yields = SourceYield.With(State.Yields, State.Offered) };
    }

    private async Task CommitAsync(SourceState next, SourceChanges changes, CancellationToken cancellationToken)
    {
        _version = await parts.Store.CommitAsync(source.Name, _version, next, changes, cancellationToken);
        _deadLetters.Committed(changes);
        _payloads.Committed(changes);
        State = next;
    }

    private void Count(SourceChanges changes, int events)
    {
        parts.Metrics.EventsExtracted(source.Name, events);
        changes.DeadLetters.ForEach(d => parts.Metrics.DeadLettered(source.Name, d.Reason));
    }
}
