using Actors.Core.Administration;
using Actors.Persistence;
using Microsoft.Extensions.Logging;

namespace Actors.Administration.Audit;

/// <summary>
/// Appends lines to the hash chain. Lines that arrive during a commit are committed together afterwards (group commit). The new head is anchored
/// before the commit, and again as stored before calls return.
/// </summary>
internal sealed partial class AuditChainGrain(AuditStore store, AnchorFile anchor, ILogger<AuditChainGrain> logger) : Grain, IAuditChainGrain
{
    /// <summary>Maximum number of lines in one commit.</summary>
    public const int MaxBatch = 500;

    /// <summary>Maximum number of waiting lines; further ones are refused.</summary>
    public const int MaxWaiting = 20_000;

    private readonly Queue<Waiting> _waiting = new();
    private ChainHead _head = ChainHead.Empty;
    private long? _version;
    private bool _committing;
    private Exception? _failed;

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        if (await store.HeadAsync(cancellationToken) is { } stored) (_head, _version) = (stored.State, stored.Version);
        if (await anchor.CompareAsync(_head, cancellationToken) is { } mismatch) LogMismatch(mismatch);
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

                // One write anchors the stored head and the next one. Calls return only after it, so that truncation of their lines is detectable.
                await anchor.PrepareAsync(_head, lines.Count == 0 ? _head : lines[^1].Head);
                foreach (var waiting in stored) waiting.Stored.TrySetResult();
                stored = [];
                if (lines.Count > 0) await CommitAsync(lines);
                stored = next;
            }
            while (stored.Length > 0 || _waiting.Count > 0);
        }
        catch (Exception failure)
        {
            // The batch may or may not be stored: the next activation reads the stored head, and callers retry.
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

    // Outbox messages and retries may append a line twice.
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
