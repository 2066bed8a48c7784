namespace Actors.Persistence.Ids;

/// <summary>Integer ids from durable sequences. A process leases a block and deals from memory, so an id costs no write;
/// an id is never given twice, and what is left of a block when the process ends is not used any more.</summary>
public interface IIdSequence
{
    /// <summary>The next id of a sequence; the first is 1.</summary>
    /// <param name="sequence">The name of the sequence; it begins to exist when it is first used.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <exception cref="StoreUnavailableException">A new block is needed and the database is away.</exception>
    ValueTask<long> NextAsync(string sequence, CancellationToken cancellationToken = default);
}
