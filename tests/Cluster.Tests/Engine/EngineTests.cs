using Actors.TestKit;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Storage;

namespace Actors.Cluster.Tests.Engine;

/// <summary>Behaviour of Orleans that our grains rely on although it is not documented, and of our providers below it.</summary>
public sealed class EngineTests : IDisposable
{
    private static readonly TimeSpan s_hour = TimeSpan.FromHours(1), s_step = TimeSpan.FromMinutes(5), s_moment = TimeSpan.FromMilliseconds(100);
    private readonly TempFolder _folder = new("engine");
    private readonly ManualTimeProvider _clock = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Timer_uses_the_programs_clock_without_request_context()
    {
        await using var silo = await StartAsync();
        RequestContext.Set(EngineGrain.ContextKey, "mine");
        await silo.Grain.Tick(s_hour);
        (await silo.Grain.Seen()).ShouldBe("mine");
        RequestContext.Clear();

        for (var tick = 1; tick <= 2; tick++)
        {
            await _clock.TimerArmedAsync(s_hour);
            _clock.Advance(s_hour);
            await WrittenAsync(silo, $"tick {tick}, no context");
        }

        (await silo.Grain.Seen()).ShouldBeNull();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Call_timeouts_ignore_the_programs_clock(bool housekeeping)
    {
        await using var silo = await StartAsync(services =>
        {
            if (!housekeeping) services.AddKeyedSingleton<TimeProvider>(TimeProviderNames.Messaging, _clock);
        });
        var working = silo.Grain.Work();
        await WrittenAsync(silo, "working");

        _clock.Advance(TimeSpan.FromDays(1));

        if (!housekeeping) await Should.ThrowAsync<TimeoutException>(working.Within("the call to end"));
        silo.Journal.Release.SetResult();
        if (housekeeping) await working;
    }

    [Fact]
    public async Task Reminder_uses_the_programs_clock_and_skips_missed_ticks()
    {
        await using (var first = await StartAsync())
        {
            await first.Grain.Remind(s_hour);
            await ComesAsync(first, "reminder 0");
        }

        _clock.Advance(s_hour * 3.5);
        await using var second = await StartAsync();
        await ComesAsync(second, "reminder 4");

        second.Journal.Lines.ShouldBe(["reminder 4"]);
    }

    [Fact]
    public async Task Storage_keeps_state_and_a_refused_write_deactivates()
    {
        await using var silo = await StartAsync();
        (await silo.Grain.Read()).ShouldBe("new");
        await silo.Grain.Write("one");
        var mark = await silo.Grain.Mark();

        await silo.Grain.Leave();
        (await silo.Grain.Read()).ShouldBe("one");
        var next = await silo.Grain.Mark();
        next.ShouldNotBe(mark);

        (await silo.Database.ExecuteAsync("UPDATE grain_state SET version = version + 1")).ShouldBe(1);
        await Should.ThrowAsync<InconsistentStateException>(silo.Grain.Write("two"));
        (await silo.Grain.Mark()).ShouldNotBe(next);
        (await silo.Grain.Read()).ShouldBe("one");
        await silo.Grain.Write("two");
    }

    [Fact]
    public async Task Calls_wait_unless_they_interleave_and_deactivation_waits_for_both()
    {
        await using var silo = await StartAsync();
        var working = silo.Grain.Work();
        await WrittenAsync(silo, "working");

        var mark = await silo.Grain.Look();
        var (waiting, leaving) = (silo.Grain.Mark(), silo.Grain.Leave());
        await Task.Delay(s_moment, TimeProvider.System);
        (waiting.IsCompleted, leaving.IsCompleted).ShouldBe((false, false));

        silo.Journal.Release.SetResult();
        (await working, await waiting).ShouldBe((mark, mark));
        await leaving;
        (await silo.Grain.Mark()).ShouldNotBe(mark);
    }

    private Task<EngineSilo> StartAsync(Action<IServiceCollection>? also = null) => EngineSilo.StartAsync(_folder, _clock, also);

    private static Task WrittenAsync(EngineSilo silo, string line) => Waiting.UntilAsync(line, () => Task.FromResult(silo.Journal.Lines.Contains(line)));

    // In steps no longer than Orleans' interval for reading reminders; its timers are armed on other threads.
    private Task ComesAsync(EngineSilo silo, string line) => Waiting.UntilAsync(line, () =>
    {
        if (silo.Journal.Lines.Contains(line)) return Task.FromResult(true);
        _clock.Advance(s_step);
        return Task.FromResult(false);
    });
}
