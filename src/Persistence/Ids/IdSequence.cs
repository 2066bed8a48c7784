using System.Collections.Concurrent;

namespace Actors.Persistence.Ids;

/// <summary>Returns ids from leased blocks: one write for each block, which is durable before its first id is returned.</summary>
internal sealed class IdSequence(RowStore store, int block = IdSequence.DefaultBlock) : IIdSequence
{
    /// <summary>The size of a block: at most this many ids are lost when a process ends.</summary>
    public const int DefaultBlock = 1000;

    private const string Lease = """
        INSERT INTO id_sequences (name, next_id) VALUES (@name, 1 + @block)
        ON CONFLICT (name) DO UPDATE SET next_id = id_sequences.next_id + @block
        RETURNING next_id
        """;

    private readonly ConcurrentDictionary<string, IdBlock> _blocks = new();

    public ValueTask<long> NextAsync(string sequence, CancellationToken cancellationToken = default)
    {
        var ids = _blocks.GetOrAdd(sequence, name => new IdBlock(cancel => LeaseAsync(name, cancel)));
        return ids.TryTake(out var id) ? new ValueTask<long>(id) : ids.TakeFromNextLeaseAsync(cancellationToken);
    }

    private async Task<(long First, long End)> LeaseAsync(string name, CancellationToken cancellationToken)
    {
        var end = (await store.ReturningAsync<long>(Lease, new { name, block = (long)block }, cancellationToken).ConfigureAwait(false))[0];
        return (end - block, end);
    }
}
