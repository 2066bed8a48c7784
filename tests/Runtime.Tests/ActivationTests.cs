using Actors.Runtime.Tests.Grains;
using Actors.Runtime.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Actors.Runtime.Tests;

public sealed class ActivationTests
{
    private static Task<TestSilo> StartAsync() => TestSilo.StartAsync(silo =>
    {
        silo.Services.AddScoped<Scoped>();
        silo.Services.AddSingleton<Frailty>();
    });

    [Fact]
    public async Task A_grain_is_activated_before_its_first_call_and_only_once()
    {
        await using var silo = await StartAsync();
        var grain = silo.Grains.GetGrain<ILifeGrain>("a");

        silo.Journal.Lines.ShouldBeEmpty();
        (await grain.Mark()).ShouldBe(await grain.Mark());

        silo.Journal.Lines.ShouldBe(["activated"]);
    }

    [Fact]
    public async Task Racing_first_calls_share_one_activation()
    {
        await using var silo = await StartAsync();

        var marks = await Task.WhenAll(Enumerable.Range(0, 64)
            .Select(_ => Task.Run(() => silo.Grains.GetGrain<ILifeGrain>("a").Mark())));

        marks.Distinct().ShouldHaveSingleItem();
        silo.Journal.Lines.ShouldBe(["activated"]);
    }

    [Fact]
    public async Task Calls_that_wait_behind_one_that_deactivates_run_on_the_next_activation()
    {
        await using var silo = await StartAsync();
        var grain = silo.Grains.GetGrain<ILifeGrain>("a");

        var leaving = grain.LeaveAfter("go");
        await silo.Journal.Opened("leaving");
        var next = grain.Mark();
        silo.Journal.Open("go");

        (await next).ShouldNotBe(await leaving);
        silo.Journal.Lines.ShouldBe(["activated", "leaving", "ends: ApplicationRequested", "ended", "disposed", "activated"]);
    }

    [Fact]
    public async Task A_call_made_during_deactivation_waits_for_its_end()
    {
        await using var silo = await StartAsync();
        var grain = silo.Grains.GetGrain<ILifeGrain>("slow to leave");
        silo.Journal.Open("go");

        await grain.LeaveAfter("go");
        await silo.Journal.Opened("ends: ApplicationRequested");
        var next = grain.Mark();
        silo.Journal.Count("activated").ShouldBe(1);
        silo.Journal.Open("may end");
        await next;

        silo.Journal.Lines[^1].ShouldBe("activated");
        silo.Journal.Count("activated").ShouldBe(2);
    }

    [Fact]
    public async Task A_failed_activation_fails_the_call_with_its_exception_and_the_next_call_tries_again()
    {
        await using var silo = await StartAsync();
        silo.Services.GetRequiredService<Frailty>().Failures = 1;
        var grain = silo.Grains.GetGrain<IFrailGrain>("a");

        (await Should.ThrowAsync<InvalidOperationException>(() => grain.Echo(1))).Message.ShouldBe("too frail");
        (await grain.Echo(1)).ShouldBe(1);

        silo.Journal.Lines.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_failed_activation_fails_all_calls_that_waited_for_it()
    {
        await using var silo = await StartAsync();
        var frailty = silo.Services.GetRequiredService<Frailty>();
        frailty.Failures = 1;
        var grain = silo.Grains.GetGrain<IFrailGrain>("slow");

        var calls = Enumerable.Range(0, 3).Select(_ => grain.Echo(1)).ToArray();

        // On Orleans a call is a message, and nothing tells when it has arrived.
        await Task.Delay(TimeSpan.FromMilliseconds(300), TimeProvider.System);
        silo.Journal.Open("may fail");

        foreach (var call in calls)
        {
            await Should.ThrowAsync<InvalidOperationException>(() => call);
        }

        frailty.Attempts.ShouldBe(1);
        (await grain.Echo(1)).ShouldBe(1);
    }

    [Fact]
    public async Task The_request_context_of_the_first_call_reaches_activation()
    {
        await using var silo = await StartAsync();
        RequestContext.Set("why", "because");

        (await silo.Grains.GetGrain<ILifeGrain>("a").SeenAtActivation()).ShouldBe("because");
        RequestContext.Clear();
    }

    [Fact]
    public async Task Every_activation_has_a_scope_of_its_own()
    {
        await using var silo = await StartAsync();

        (await silo.Grains.GetGrain<ILifeGrain>("a").ScopeIsMine()).ShouldBeTrue();
    }

    [Fact]
    public async Task When_the_host_stops_every_activation_says_goodbye()
    {
        var silo = await StartAsync();
        await silo.Grains.GetGrain<ILifeGrain>("a").Mark();
        await silo.Grains.GetGrain<ILifeGrain>("b").Mark();
        var journal = silo.Journal;

        await silo.DisposeAsync();

        journal.Count("ends: ShuttingDown").ShouldBe(2);
        journal.Count("disposed").ShouldBe(2);
    }

    [Fact]
    public async Task There_is_never_more_than_one_activation_however_calls_and_deactivations_race()
    {
        await using var silo = await StartAsync();
        var key = Guid.NewGuid().ToString();
        var grain = silo.Grains.GetGrain<IOnlyGrain>(key);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(caller => Task.Run(async () =>
        {
            for (var call = 0; call < 200; call++)
            {
                await UnlessForwardedTooOftenAsync((call + caller) % 5 == 0 ? grain.Leave() : grain.Touch());
            }
        })));

        Census.Most(key).ShouldBe(1);
    }

    [Fact]
    public async Task Workers_without_that_guard_are_more_than_one_which_shows_that_the_census_counts()
    {
        await using var silo = await StartAsync();
        var key = Guid.NewGuid().ToString();
        var grain = silo.Grains.GetGrain<IManyGrain>(key);

        await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => grain.Touch()));

        Census.Most(key).ShouldBeGreaterThan(1);
    }

    /// <summary>Orleans refuses a call that met two leaving activations one after the other; LocalOrleans goes on trying.</summary>
    private static async Task UnlessForwardedTooOftenAsync(Task call)
    {
        try
        {
            await call;
        }
        catch (OrleansMessageRejectionException)
        {
        }
    }
}
