using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Actors.Core.Configuration;
using Actors.Persistence;

namespace Actors.Administration.Audit;

/// <summary>The anchored head of the audit log.</summary>
/// <param name="Previous">The stored head at the time the anchor was written.</param>
/// <param name="Next">The head after the following commit; equal to <paramref name="Previous"/> if no commit follows.</param>
/// <param name="Mismatches">Past disagreements between table and anchor, as sentences. They are kept until an operator accepts them.</param>
internal sealed record Anchor(ChainHead Previous, ChainHead Next, ImmutableArray<string> Mismatches);

/// <summary>
/// Stores the anchored head in a file of <c>DATA_DIR</c>, outside the database. An attacker with write access to the database can remove the last
/// lines and recompute all hashes, but cannot change this file. Every silo has a data directory, so every silo has an anchor.
/// </summary>
internal sealed class AnchorFile(AuditStore store, string directory, Membership membership, TimeProvider timeProvider) : IDisposable
{
    /// <summary>The file's name.</summary>
    public const string FileName = "audit-head.json";

    private readonly SemaphoreSlim _lock = new(1);
    private readonly string _file = Path.Combine(directory, FileName);

    /// <summary>
    /// True if only this silo writes the chain, so that the table's head must equal the anchored head. In a cluster, other silos may have added lines
    /// after it.
    /// </summary>
    public bool IsExact => membership == Membership.Alone;

    /// <summary>The anchor; null when there is none.</summary>
    public Task<Anchor?> ReadAsync(CancellationToken cancellationToken = default) => WithLockAsync(ReadFileAsync, cancellationToken);

    /// <summary>
    /// Anchors the stored head and the head after the next commit. It is called before the commit, so that after a crash the table ends with one of
    /// them. Both are equal when no commit follows.
    /// </summary>
    public Task PrepareAsync(ChainHead from, ChainHead to) => WithLockAsync(async _ =>
    {
        var mismatches = (await ReadFileAsync(CancellationToken.None))?.Mismatches ?? [];
        await WriteFileAsync(new Anchor(from, to, mismatches));
        return true;
    });

    /// <summary>Compares a head from the database with the anchor, then anchors it.</summary>
    /// <returns>The disagreement as a sentence; null if they agree. The anchor stores it and still moves to the head.</returns>
    public Task<string?> CompareAsync(ChainHead head, CancellationToken cancellationToken = default) => WithLockAsync(async cancel =>
    {
        var anchor = await ReadFileAsync(cancel);
        var mismatch = anchor is null ? MissingAt(head) : await MismatchAsync(anchor, head, cancel);
        if (anchor is not null && mismatch is null && head.Number <= anchor.Previous.Number && (!IsExact || anchor.Previous == anchor.Next)) return null;
        ImmutableArray<string> known = anchor?.Mismatches ?? [];
        await WriteFileAsync(new Anchor(head, head, mismatch is null ? known : known.Add(mismatch)));
        return mismatch;
    }, cancellationToken);

    /// <summary>Anchors a head and clears all mismatches, on an operator's command.</summary>
    public Task AcceptAsync(ChainHead head, CancellationToken cancellationToken) => WithLockAsync(async cancel =>
    {
        var next = (await ReadFileAsync(cancel))?.Next;
        await WriteFileAsync(new Anchor(head, next?.Number > head.Number ? next : head, []));
        return true;
    }, cancellationToken);

    /// <inheritdoc/>
    public void Dispose() => _lock.Dispose();

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
            // The file was not written by this program; it is reported as missing.
            return null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new StoreUnavailableException("The anchored head of the audit log cannot be read.", failure);
        }
    }

    // Write and rename: a crash leaves the complete old or new file.
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

    private async Task<T> WithLockAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken cancellationToken = default)
    {
        await _lock.WaitAsync(cancellationToken);
        try
        {
            return await work(cancellationToken);
        }
        finally
        {
            _lock.Release();
        }
    }
}
