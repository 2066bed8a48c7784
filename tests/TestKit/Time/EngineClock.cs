using Microsoft.Extensions.DependencyInjection;
using Orleans.Reminders;

namespace Actors.TestKit;

/// <summary>
/// Wraps the test's clock for Orleans only. Orleans busy-waits on the clock for the last fraction of a millisecond, so on a stopped clock it would
/// loop forever. After a thousand reads of the same instant, this clock advances one tick per read. Grains use the program's <see
/// cref="TimeProvider"/> and do not see it.
/// </summary>
public sealed class EngineClock(TimeProvider timeProvider) : TimeProvider
{
    private const int Readings = 1000;

    private readonly Lock _gate = new();
    private Repetition _wall;
    private Repetition _monotonic;

    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone => timeProvider.LocalTimeZone;

    /// <inheritdoc/>
    public override long TimestampFrequency => timeProvider.TimestampFrequency;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow()
    {
        var now = timeProvider.GetUtcNow();
        lock (_gate)
            return now.AddTicks(_wall.TicksBeyond(now.Ticks));
    }

    /// <inheritdoc/>
    public override long GetTimestamp()
    {
        var now = timeProvider.GetTimestamp();
        lock (_gate)
            return now + _monotonic.TicksBeyond(now);
    }

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        timeProvider.CreateTimer(callback, state, dueTime, period);

    private struct Repetition
    {
        private long _instant;
        private long _count;

        public long TicksBeyond(long instant)
        {
            _count = instant == _instant ? _count + 1 : 0;
            _instant = instant;
            return Math.Max(0, _count - Readings);
        }
    }
}

/// <summary>Registers Orleans' view of the test's clock.</summary>
public static class EngineClockSetup
{
    /// <summary>
    /// The parts of Orleans that follow the program's clock (Orleans' <c>TimeProviderNames</c> and <c>ReminderTimeProviderNames</c>).
    /// </summary>
    private static readonly string[] s_areas = [TimeProviderNames.Grains, ReminderTimeProviderNames.Reminders];

    /// <summary>Makes grain timers and reminders use an <see cref="EngineClock"/> around the registered clock.</summary>
    public static IServiceCollection AddEngineClock(this IServiceCollection services)
    {
        foreach (var area in s_areas)
            services.AddKeyedSingleton(area, static (provider, _) => (TimeProvider)new EngineClock(provider.GetRequiredService<TimeProvider>()));
        return services;
    }
}
