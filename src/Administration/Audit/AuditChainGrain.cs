using Actors.Core.Administration;
using Actors.Persistence;
using Microsoft.Extensions.Logging;

namespace Actors.Administration.Audit;

/// <summary>
/// Chains lines and stores them. Lines that arrive while a commit is under way wait and are committed together, so that the number of commits
/// does not grow with the number of lines. The head that a commit leads to is anchored before the commit, and once more as stored before the answer.
/// </summary>
internal sealed partial class AuditChainGrain(AuditStore store, AnchorKeeper anchor, ILogger<AuditChainGrain> logger) : Grain, IAuditChainGrain
{
    /// <summary>Lines in one commit.</summary>
    public const int MaxBatch = 500;

    /// <summary>Lines that may wait; more are refused.</summary>
    public const int MaxWaiting = 20_000;

    private readonly Queue<Waiting> _waiting = new();
    private ChainHead _head = ChainHead.Empty;
    private long? _version;
    private bool _committing;
    private Exception? _failed;

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        if (await store.HeadAsync(cancellationToken) is { } stored) (_head, _version) = (stored.State, stored.Version);
        if (await anchor.MeetAsync(_head, cancellationToken) is { } mismatch) LogMismatch(mismatch);
        if (_head.Number > 0) LogHead(_head);
    }

    public Task<ChainHead> Head() => Task.FromResult(_head);

    public Task Append(AuditLine line)
    {
        if (_failed is not null) return Task.FromException(_failed);
        if (_waiting.Count >= MaxWaiting) return Task.FromException(new StoreUnavailableException("Too many audit lines wait to be stored."));
        var waiting = new Waiting(line, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        _waiting.Enqueue(waiting);
        if (!_committing) CommitWaitingAsync().Ignore();
        return waiting.Stored.Task;
    }

    private async Task CommitWaitingAsync()
    {
        _committing = true;
        Waiting[] stored = [], next = [];
        try
        {
            do
            {
                next = [.. TakeBatch()];
                var lines = await ChainAsync(next.Select(w => w.Line));

                // One write anchors what is stored and what comes next. Only then is answered what is stored: who cuts it off now is found.
                await anchor.IntendAsync(_head, lines.Count == 0 ? _head : lines[^1].Head);
                foreach (var waiting in stored) waiting.Stored.TrySetResult();
                stored = [];
                if (lines.Count > 0) await CommitAsync(lines);
                stored = next;
            }
            while (stored.Length > 0 || _waiting.Count > 0);
        }
        catch (Exception failure)
        {
            // Whether the batch was stored is not known: the next activation reads what is there, and callers ask again.
            _failed = failure;
            DeactivateOnIdle();
            foreach (var waiting in stored.Concat(next).Concat(_waiting)) waiting.Stored.TrySetException(failure);
            _waiting.Clear();
        }
        finally
        {
            _committing = false;
        }
    }

    private async Task CommitAsync(List<ChainedLine> lines)
    {
        await store.CommitAsync(lines, _version);
        (_head, _version) = (lines[^1].Head, (_version ?? 0) + 1);
    }

    // Outbox messages and repeated calls may bring a line a second time.
    private async Task<List<ChainedLine>> ChainAsync(IEnumerable<AuditLine> arrived)
    {
        var once = arrived.DistinctBy(l => l.Operation, StringComparer.Ordinal).ToList();
        var known = (await store.KnownAsync([.. once.Select(l => l.Operation)])).ToHashSet(StringComparer.Ordinal);
        var lines = new List<ChainedLine>(once.Count);
        foreach (var line in once.Where(l => !known.Contains(l.Operation))) lines.Add(ChainedLine.After(lines.Count == 0 ? _head : lines[^1].Head, line));
        return lines;
    }

    private IEnumerable<Waiting> TakeBatch()
    {
        for (var i = 0; i < MaxBatch && _waiting.TryDequeue(out var waiting); i++) yield return waiting;
    }

    private sealed record Waiting(AuditLine Line, TaskCompletionSource Stored);
}
