using Actors.Runtime.Tests.Grains;
using Actors.Runtime.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Actors.Runtime.Tests;

public sealed class WorkerTests
{
    private static Task<TestSilo> StartAsync() =>
        TestSilo.StartAsync(silo => silo.Services.AddSingleton<MeetingPoint>());

    [Fact]
    public async Task Two_calls_of_one_id_run_at_the_same_time()
    {
        await using var silo = await StartAsync();
        var worker = silo.Grains.GetGrain<IWorkerGrain>(0);

        await Task.WhenAll(worker.Meet(2), worker.Meet(2));
    }

    [Fact]
    public async Task No_more_run_at_the_same_time_than_the_attribute_allows()
    {
        await using var silo = await StartAsync();
        var worker = silo.Grains.GetGrain<IWorkerGrain>(0);

        await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => worker.Hold()));

        (await worker.MostAtOnce()).ShouldBe(2);
    }

    [Fact]
    public async Task Workers_of_different_ids_have_limits_of_their_own()
    {
        await using var silo = await StartAsync();

        await Task.WhenAll(Enumerable.Range(0, 4).Select(id => silo.Grains.GetGrain<IWorkerGrain>(id / 2).Meet(4)));
    }
}
