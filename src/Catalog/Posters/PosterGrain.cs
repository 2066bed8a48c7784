using Actors.Catalog.Posters.Stores;
using Actors.Catalog.Posters.Sweep;
using Actors.Grains.Storage;

namespace Actors.Catalog.Posters;

/// <summary>
/// Writes the row before the file and deletes it after the file. A crash therefore never leaves a file without a row, and the sweep finds rows.
/// </summary>
internal sealed class PosterGrain(
    [PersistentState("poster", PosterStorage.Posters)] IPersistentState<PosterState> row,
    IPosterStore store, IPosterReferences references, TimeProvider timeProvider) : Grain, IPosterGrain
{
    private bool _leaseWritten;
    private bool _stored;

    private string Name => this.GetPrimaryKeyString();

    public async Task Store(PosterFile file)
    {
        var now = timeProvider.GetUtcNow();
        await Write(new PosterState
        {
            Bytes = file.WebP.Length,
            CreatedAt = row.RecordExists ? row.State.CreatedAt : now,
            TouchedAt = Latest(now),
        });
        await store.PutAsync(Name, file.WebP);
        _stored = true;
    }

    public async Task<bool> Lease()
    {
        if (!row.RecordExists)
        {
            DeactivateOnIdle();
            return false;
        }

        _stored = _stored || await store.ExistsAsync(Name);
        if (_stored)
            await Touch();
        return _stored;
    }

    public async Task<bool> RemoveUnused(DateTimeOffset leasedBefore)
    {
        if (!row.RecordExists || row.State.TouchedAt >= leasedBefore || await references.IsReferencedAsync(Name))
            return false;
        _stored = false;
        DeactivateOnIdle();
        await store.DeleteAsync(Name);
        await row.ClearStateAsync();
        return true;
    }

    /// <summary>
    /// The first lease of an activation is always written. So the sweep at start-up never sees a lease time older than the process that gave the
    /// lease.
    /// </summary>
    private async Task Touch()
    {
        var now = timeProvider.GetUtcNow();
        if (_leaseWritten && now - row.State.TouchedAt < PosterTimes.LeaseRenewal)
            return;
        await Write(new PosterState { Bytes = row.State.Bytes, CreatedAt = row.State.CreatedAt, TouchedAt = Latest(now) });
    }

    /// <summary>A clock set back does not shorten a lease.</summary>
    private DateTimeOffset Latest(DateTimeOffset now) => now > row.State.TouchedAt ? now : row.State.TouchedAt;

    private async Task Write(PosterState state)
    {
        await row.SaveAsync(state, this);
        _leaseWritten = true;
    }
}
