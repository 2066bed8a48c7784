using System.Diagnostics;
using Actors.Grains.Storage;
using Actors.Persistence;

namespace Actors.Benchmarks.Storage;

/// <summary>
/// Writes the same rows through <c>IGrainStorage</c>: serialises each write, checks the version, and answers each caller after the commit.
/// </summary>
internal sealed class StoreCallers(IRowStore rows, Load load)
{
    private readonly RowGrainStorage<Book> _storage = new(rows, Book.OfStore);

    public async Task<double> WritesPerSecondAsync()
    {
        var all = await Task.WhenAll(Enumerable.Range(0, Load.Callers).Select(ReadAsync));
        var clock = Stopwatch.StartNew();
        var counts = await Task.WhenAll(all.Select(mine => Task.Run(() => WriteAsync(mine, clock))));
        return counts.Sum() / clock.Elapsed.TotalSeconds;
    }

    /// <summary>Each caller has its own rows, like grains.</summary>
    private async Task<(GrainId Id, GrainState<Book> State)[]> ReadAsync(int caller)
    {
        var mine = new List<(GrainId, GrainState<Book>)>();
        for (var i = caller; i < Load.Rows; i += Load.Callers)
        {
            var row = (Id: GrainId.Create("book", load.Keys[i]), State: new GrainState<Book>(load.Books[i]));
            await _storage.ReadStateAsync("book", row.Id, row.State);
            mine.Add(row);
        }

        return [.. mine];
    }

    private async Task<long> WriteAsync((GrainId Id, GrainState<Book> State)[] mine, Stopwatch clock)
    {
        var writes = 0L;
        for (; clock.Elapsed < Load.Turn; writes++)
        {
            var (id, state) = mine[writes % mine.Length];
            state.State = state.State! with { Pages = writes };
            await _storage.WriteStateAsync("book", id, state);
        }

        return writes;
    }
}
