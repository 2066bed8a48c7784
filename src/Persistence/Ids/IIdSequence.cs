namespace Actors.Persistence.Ids;

/// <summary>
/// Integer ids from durable sequences. A process leases a block of ids, so most ids cost no write. Ids are never reused; the rest of a block is lost
/// when the process ends.
/// </summary>
public interface IIdSequence
{
    /// <summary>The next id of a sequence; the first is 1.</summary>
    /// <param name="sequence">The name of the sequence; it is created on first use.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <exception cref="StoreUnavailableException">A new block is needed and the database is unavailable.</exception>
    ValueTask<long> NextAsync(string sequence, CancellationToken cancellationToken = default);
}
