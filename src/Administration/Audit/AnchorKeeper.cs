using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Actors.Core.Configuration;
using Actors.Persistence;

namespace Actors.Administration.Audit;

/// <summary>The anchored head of the audit log.</summary>
/// <param name="Previous">The head that was stored when the anchor was written.</param>
/// <param name="Next">The head that the commit after that leads to; the same when there is none.</param>
/// <param name="Mismatches">When the table and the anchor disagreed, in sentences; until an operator accepts them.</param>
internal sealed record Anchor(ChainHead Previous, ChainHead Next, ImmutableArray<string> Mismatches);

/// <summary>
/// Keeps the anchored head in a file of <c>DATA_DIR</c>, outside the database: an attacker who can write to the database only can remove the last lines and
/// recompute every hash, but cannot change this file. Every silo has one, because a data directory is what a silo has with each kind of database.
/// </summary>
internal sealed class AnchorKeeper(AuditStore store, string directory, Membership membership, TimeProvider timeProvider) : IDisposable
{
    /// <summary>The file's name.</summary>
    public const string FileName = "audit-head.json";

    private readonly SemaphoreSlim _oneAtATime = new(1);
    private readonly string _file = Path.Combine(directory, FileName);

    /// <summary>
    /// Whether the chain is written through this file only, so that the table's head must be exactly what is anchored. In a cluster other silos
    /// write as well, and the lines after the anchored head are theirs.
    /// </summary>
    public bool IsExact => membership == Membership.Alone;

    /// <summary>The anchor; null when there is none.</summary>
    public Task<Anchor?> ReadAsync(CancellationToken cancellationToken = default) => InTurnAsync(ReadFileAsync, cancellationToken);

    /// <summary>
    /// Anchors the stored head and the one that the next commit leads to. Before the commit: whenever the program dies, the table ends with one
    /// of the two. Both are the same when nothing is to be committed.
    /// </summary>
    public Task IntendAsync(ChainHead from, ChainHead to) => InTurnAsync(async _ =>
    {
        var mismatches = (await ReadFileAsync(CancellationToken.None))?.Mismatches ?? [];
        await WriteFileAsync(new Anchor(from, to, mismatches));
        return true;
    });

    /// <summary>Compares the anchor with the table when a head was learned from the database, and follows it if they agree.</summary>
    /// <returns>What is wrong, in a sentence; it is kept in the anchor, and the anchor follows the head all the same.</returns>
    public Task<string?> MeetAsync(ChainHead head, CancellationToken cancellationToken = default) => InTurnAsync(async cancel =>
    {
        var anchor = await ReadFileAsync(cancel);
        var mismatch = anchor is null ? MissingAt(head) : await MismatchAsync(anchor, head, cancel);
        if (anchor is not null && mismatch is null && head.Number <= anchor.Previous.Number && (!IsExact || anchor.Previous == anchor.Next)) return null;
        ImmutableArray<string> known = anchor?.Mismatches ?? [];
        await WriteFileAsync(new Anchor(head, head, mismatch is null ? known : known.Add(mismatch)));
        return mismatch;
    }, cancellationToken);

    /// <summary>Anchors a head as it is and forgets mismatches, because an operator says so.</summary>
    public Task AcceptAsync(ChainHead head, CancellationToken cancellationToken) => InTurnAsync(async cancel =>
    {
        var next = (await ReadFileAsync(cancel))?.Next;
        await WriteFileAsync(new Anchor(head, next?.Number > head.Number ? next : head, []));
        return true;
    }, cancellationToken);

    /// <inheritdoc/>
    public void Dispose() => _oneAtATime.Dispose();

    private string? MissingAt(ChainHead head) =>
        IsExact && head.Number > 0 ? Sentence($"The table had {head.Number} lines, and there was no anchored head.") : null;

    private async Task<string?> MismatchAsync(Anchor anchor, ChainHead head, CancellationToken cancellationToken)
    {
        if (IsExact)
        {
            return head == anchor.Previous || head == anchor.Next ? null
                : Sentence($"The table ended with line {head}, the anchored head was {anchor.Previous}.");
        }

        if (anchor.Previous.Number == 0 || await store.HashAsync(anchor.Previous.Number, cancellationToken) == anchor.Previous.Hash) return null;
        return Sentence($"The table no longer had the anchored line {anchor.Previous}.");
    }

    private string Sentence(FormattableString text) => $"{timeProvider.GetUtcNow():yyyy-MM-dd HH:mm:ss}Z: {text.ToString(CultureInfo.InvariantCulture)}";

    private async Task<Anchor?> ReadFileAsync(CancellationToken cancellationToken)
    {
        try
        {
            return JsonSerializer.Deserialize(await File.ReadAllBytesAsync(_file, cancellationToken), StoredJson.TypeInfo<Anchor>());
        }
        catch (FileNotFoundException)
        {
            return null;
        }
        catch (JsonException)
        {
            // Not written by this program. As good as none, and reported as that.
            return null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new StoreUnavailableException("The anchored head of the audit log cannot be read.", failure);
        }
    }

    // A crash leaves the old file or the new one, both complete.
    private async Task WriteFileAsync(Anchor anchor)
    {
        var written = _file + ".new";
        try
        {
            await using (var file = new FileStream(written, FileMode.Create, FileAccess.Write, FileShare.None, 1, FileOptions.Asynchronous))
            {
                await file.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(anchor, StoredJson.TypeInfo<Anchor>()));
                await Task.Run(() => file.Flush(flushToDisk: true));
            }

            File.Move(written, _file, overwrite: true);
            await Task.Run(() => FolderSync.Flush(directory));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new StoreUnavailableException("The anchored head of the audit log cannot be written.", failure);
        }
    }

    private async Task<T> InTurnAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken cancellationToken = default)
    {
        await _oneAtATime.WaitAsync(cancellationToken);
        try
        {
            return await work(cancellationToken);
        }
        finally
        {
            _oneAtATime.Release();
        }
    }
}
