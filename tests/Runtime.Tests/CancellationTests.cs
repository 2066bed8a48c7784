using Actors.Runtime.Tests.Grains;
using Actors.Runtime.Tests.Hosting;
using Orleans.Configuration;

namespace Actors.Runtime.Tests;

public sealed class CancellationTests
{
    [Fact]
    public async Task A_token_that_is_not_cancelled_changes_nothing()
    {
        await using var silo = await TestSilo.StartAsync();
        using var source = new CancellationTokenSource();

        (await silo.Grains.GetGrain<ICancelGrain>("a").Echo(1, source.Token)).ShouldBe(1);
        (await silo.Grains.GetGrain<ICancelGrain>("a").Echo(2, CancellationToken.None)).ShouldBe(2);
    }

    [Fact]
    public async Task Cancelling_frees_the_caller_and_cancels_the_grains_token()
    {
        await using var silo = await TestSilo.StartAsync();
        using var source = new CancellationTokenSource();
        var call = silo.Grains.GetGrain<ICancelGrain>("a").Wait(source.Token);
        await silo.Journal.Opened("waiting");

        await source.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => call);
        await silo.Journal.Opened("cancelled");
    }

    [Fact]
    public async Task A_call_whose_token_is_cancelled_already_is_not_made()
    {
        await using var silo = await TestSilo.StartAsync();

        await Should.ThrowAsync<OperationCanceledException>(
            () => silo.Grains.GetGrain<ICancelGrain>("a").Echo(1, new CancellationToken(canceled: true)));

        silo.Journal.Lines.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_timeout_cancels_the_grains_token_when_that_is_asked_for()
    {
        await using var silo = await TestSilo.StartAsync(each => each.Configure<SiloMessagingOptions>(options =>
        {
            options.ResponseTimeout = TimeSpan.FromSeconds(1);
            options.CancelRequestOnTimeout = true;
        }));
        using var source = new CancellationTokenSource();

        await Should.ThrowAsync<TimeoutException>(() => silo.Grains.GetGrain<ICancelGrain>("a").Wait(source.Token));

        await silo.Journal.Opened("cancelled");
    }

    [Fact]
    public async Task A_grain_that_cancels_itself_is_a_cancellation_for_its_caller()
    {
        await using var silo = await TestSilo.StartAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => silo.Grains.GetGrain<ICancelGrain>("a").Cancelled());
    }
}
