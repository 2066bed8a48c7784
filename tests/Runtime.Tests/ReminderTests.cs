using Actors.Runtime.Tests.Grains;
using Actors.Runtime.Tests.Hosting;
using Actors.TestKit;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Reminders;

namespace Actors.Runtime.Tests;

public sealed class ReminderTests
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private readonly ManualTimeProvider _clock = new();
    private readonly SharedReminderTable _table = new();

    [Fact]
    public async Task A_reminder_comes_when_due_and_then_every_period()
    {
        await using var silo = await StartAsync();
        await silo.Grains.GetGrain<IRemindedGrain>("a").Remind("tick", Hour, Hour);

        await ComesAsync(silo, "tick 0");
        await ComesAsync(silo, "tick 1");

        silo.Journal.Lines.ShouldBe(["tick 0", "tick 1"]);
    }

    [Fact]
    public async Task A_reminder_outlives_its_host_and_what_was_missed_is_skipped()
    {
        await using (var first = await StartAsync())
        {
            await first.Grains.GetGrain<IRemindedGrain>("a").Remind("tick", Hour, Hour);
            await ComesAsync(first, "tick 0");
        }

        _clock.Advance(Hour * 3.5);
        await using var second = await StartAsync();
        await ComesAsync(second, "tick 4");

        second.Journal.Lines.ShouldBe(["tick 4"]);
    }

#if !CLUSTER
    [Fact]
    public async Task A_clock_set_back_does_not_silence_a_reminder()
    {
        await using var silo = await StartAsync();
        await silo.Grains.GetGrain<IRemindedGrain>("a").Remind("tick", Hour, Hour);
        await ComesAsync(silo, "tick 0");

        _clock.SetUtcNow(_clock.GetUtcNow() - (Hour * 3));
        await ComesAsync(silo, "tick -2", steps: 13);
        await ComesAsync(silo, "tick -1", steps: 13);

        silo.Journal.Lines.ShouldBe(["tick 0", "tick -2", "tick -1"]);
    }
#endif

    [Fact]
    public async Task A_reminder_that_was_removed_comes_no_more()
    {
        await using var silo = await StartAsync();
        var grain = silo.Grains.GetGrain<IRemindedGrain>("a");
        await grain.Remind("goes", Hour, Hour);
        await grain.Remind("stays", Hour, Hour);

        (await grain.Names()).ShouldBe("goes, stays");
        await grain.Forget("goes");
        await grain.Forget("never was");
        await ComesAsync(silo, "stays 0");

        (await grain.Names()).ShouldBe("stays");
        silo.Journal.Lines.ShouldBe(["stays 0"]);
    }

    [Fact]
    public async Task Removing_what_is_gone_already_is_no_error()
    {
        await using var silo = await StartAsync();
        var grain = silo.Grains.GetGrain<IRemindedGrain>("a");
        await grain.Remind("goes", Hour, Hour);

        await grain.ForgetTwice("goes");

        (await grain.Names()).ShouldBe(string.Empty);
    }

    [Fact]
    public async Task Registering_again_replaces_the_schedule()
    {
        await using var silo = await StartAsync();
        var grain = silo.Grains.GetGrain<IRemindedGrain>("a");
        await grain.Remind("tick", Hour, Hour);
        await grain.Remind("tick", Hour * 2, Hour);

        await ComesAsync(silo, "tick 0");

        silo.Journal.Lines.ShouldBe(["tick 0"]);
    }

    [Fact]
    public async Task A_tick_that_fails_does_not_keep_the_next_from_coming()
    {
        await using var silo = await StartAsync();
        await silo.Grains.GetGrain<IRemindedGrain>("a").Remind("fails", Hour, Hour);

        await ComesAsync(silo, "fails 0");
        await ComesAsync(silo, "fails 1");
    }

    [Fact]
    public async Task A_period_below_a_minute_is_refused()
    {
        await using var silo = await StartAsync();

        await Should.ThrowAsync<ArgumentException>(
            () => silo.Grains.GetGrain<IRemindedGrain>("a").Remind("tick", TimeSpan.Zero, TimeSpan.FromSeconds(59)));
    }

    private Task<TestSilo> StartAsync() => TestSilo.StartAsync(silo =>
    {
        silo.AddReminders();
        silo.Services.AddSingleton<IReminderTable>(_table);
        silo.Services.AddKeyedSingleton<TimeProvider>(ReminderTimeProviderNames.Reminders, _clock);
    });

    /// <summary>
    /// Moves the clock until the tick has come. In steps: the runtime arms its timers on threads of its own, and a tick
    /// that comes some minutes late still has its number.
    /// </summary>
    private async Task ComesAsync(TestSilo silo, string tick, int steps = int.MaxValue)
    {
        var came = silo.Journal.Opened(tick);
        for (var step = 0; step < steps && !came.IsCompleted; step++)
        {
            _clock.Advance(TimeSpan.FromMinutes(5));
            await Task.WhenAny(came, Task.Delay(TimeSpan.FromMilliseconds(30), TimeProvider.System));
        }

        came.IsCompleted.ShouldBeTrue($"{tick} has not come; there were {string.Join(", ", silo.Journal.Lines)}");
    }
}
