using Actors.Runtime.Tests.Grains;
using Actors.Runtime.Tests.Hosting;
using Actors.TestKit;
using Xunit.Abstractions;

namespace Actors.Runtime.Tests;

/// <summary>Everything at once, at random: every call is answered, and no grain is ever run by two at a time.</summary>
public sealed class MixTests(ITestOutputHelper output)
{
    private const int Callers = 8;
    private const int Grains = 12;
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(3);

    [Fact]
    public async Task Whatever_races_every_call_is_answered()
    {
        await using var silo = await TestSilo.StartAsync();
        var seed = SeededRandom.Create(output);
        var callers = Enumerable.Range(0, Callers).Select(_ => new Random(seed.Next())).ToArray();

        var calls = await Task.WhenAll(callers.Select(random => Task.Run(() => Call(silo.Grains, random))));

        calls.Sum().ShouldBeGreaterThan(Callers);
        MixGrain.Overlaps.ShouldBe(0);
    }

    /// <summary>Calls until the time is up; a call that is not answered fails by its time-out.</summary>
    private static async Task<int> Call(IGrainFactory grains, Random random)
    {
        var started = TimeProvider.System.GetTimestamp();
        var calls = 0;
        for (; TimeProvider.System.GetElapsedTime(started) < Duration; calls++)
        {
            try
            {
                await One(grains.GetGrain<IMixGrain>(random.Next(Grains)), random);
            }
            catch (OrleansMessageRejectionException)
            {
                // Orleans gives up a call that has met two activations in a row on their way out. That is an answer too.
            }
        }

        return calls;
    }

    private static Task One(IMixGrain grain, Random random) => random.Next(6) switch
    {
        0 => Cancelled(grain, random.Next()),
        1 => Failed(grain),
        2 => grain.Look(),
        3 => grain.Leave(),
        _ => grain.Down(random.Next()),
    };

    private static async Task Failed(IMixGrain grain)
    {
        try
        {
            await grain.Fail();
            true.ShouldBeFalse("the failure did not arrive");
        }
        catch (InvalidOperationException)
        {
            // As it should be.
        }
    }

    private static async Task Cancelled(IMixGrain grain, int seed)
    {
        using var source = new CancellationTokenSource();
        var call = grain.DownCancellable(seed, source.Token);
        if (seed % 2 == 0)
        {
            await source.CancelAsync();
        }

        try
        {
            await call;
        }
        catch (OperationCanceledException)
        {
            // The answer to a call that was cancelled in time.
        }
    }
}
