using Actors.Runtime.Tests.Grains;
using Actors.Runtime.Tests.Hosting;
using Actors.TestKit;
using Xunit.Abstractions;

namespace Actors.Runtime.Tests;

/// <summary>Everything at once, at random: every call is answered, and no grain is ever run by two at a time.</summary>
public sealed class MixTests(ITestOutputHelper output)
{
    private const int Callers = 8;
    private const int CallsOfEach = 1500;
    private const int Grains = 12;

    [Fact]
    public async Task Whatever_races_every_call_is_answered()
    {
        await using var silo = await TestSilo.StartAsync();
        var seed = SeededRandom.Create(output);
        var callers = Enumerable.Range(0, Callers).Select(_ => new Random(seed.Next())).ToArray();

        var answers = await Task.WhenAll(callers.Select(random => Task.Run(() => Call(silo.Grains, random))));

        answers.Sum().ShouldBe(Callers * CallsOfEach);
        MixGrain.Overlaps.ShouldBe(0);
    }

    private static async Task<int> Call(IGrainFactory grains, Random random)
    {
        var answered = 0;
        for (var call = 0; call < CallsOfEach; call++)
        {
            var grain = grains.GetGrain<IMixGrain>(random.Next(Grains));
            answered += random.Next(6) switch
            {
                0 => await Cancelled(grain, random.Next()),
                1 => await Failed(grain),
                2 => await grain.Look(),
                3 => await Left(grain),
                _ => Math.Sign(await grain.Down(random.Next())),
            };
        }

        return answered;
    }

    private static async Task<int> Left(IMixGrain grain)
    {
        await grain.Leave();
        return 1;
    }

    private static async Task<int> Failed(IMixGrain grain)
    {
        await Should.ThrowAsync<InvalidOperationException>(grain.Fail);
        return 1;
    }

    private static async Task<int> Cancelled(IMixGrain grain, int seed)
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

        return 1;
    }
}
