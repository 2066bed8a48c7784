using System.Diagnostics;

namespace Actors.Benchmarks.Storage;

/// <summary>Writes the same rows through grains: a call, a turn and a write for each.</summary>
internal sealed class GrainCallers(IGrainFactory grains, Load load)
{
    private readonly IBookGrain[] _books = [.. load.Keys.Select(key => grains.GetGrain<IBookGrain>(key))];

    public async Task<double> WritesPerSecondAsync()
    {
        var clock = Stopwatch.StartNew();
        var counts = await Task.WhenAll(Enumerable.Range(0, Load.Callers).Select(caller => Task.Run(() => CallAsync(caller, clock))));
        return counts.Sum() / clock.Elapsed.TotalSeconds;
    }

    private async Task<long> CallAsync(int caller, Stopwatch clock)
    {
        var calls = 0L;
        for (var i = caller; clock.Elapsed < Load.Turn; calls++, i = (i + Load.Callers) % Load.Rows)
        {
            await _books[i].Turn();
        }

        return calls;
    }
}
