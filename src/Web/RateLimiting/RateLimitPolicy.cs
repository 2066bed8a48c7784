namespace Actors.Web.RateLimiting;

/// <summary>A rate limit: at most <see cref="Permits"/> requests within any period of length <see cref="Window"/>.</summary>
public sealed record RateLimitPolicy
{
    /// <summary>Maximum number of permits; bounded because a limiter remembers the time of each.</summary>
    public const int MaxPermits = 10_000;

    /// <summary>Creates a policy.</summary>
    /// <param name="name">Lower-case letters, digits and hyphens. Routes with a policy of the same name share its count.</param>
    /// <param name="permits">1 to <see cref="MaxPermits"/>.</param>
    /// <param name="window">Whole seconds.</param>
    /// <param name="partition">Which requests are counted together.</param>
    public RateLimitPolicy(string name, int permits, TimeSpan window, RateLimitPartition partition)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentOutOfRangeException.ThrowIfLessThan(permits, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(permits, MaxPermits);
        ArgumentOutOfRangeException.ThrowIfLessThan(window, TimeSpan.FromSeconds(1));
        ArgumentOutOfRangeException.ThrowIfNotEqual(window.Ticks % TimeSpan.TicksPerSecond, 0, nameof(window));
        if (!name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-')) throw new ArgumentException("Not a valid policy name.", nameof(name));
        (Name, Permits, Window, Partition) = (name, permits, window, partition);
    }

    /// <summary>The name, also used in response headers.</summary>
    public string Name { get; }

    /// <summary>The number of permits.</summary>
    public int Permits { get; }

    /// <summary>The period.</summary>
    public TimeSpan Window { get; }

    /// <summary>Which requests are counted together.</summary>
    public RateLimitPartition Partition { get; }

    /// <summary>What happens if the limiter is unavailable: true refuses with 503, false grants. True for limits that prevent guessing.</summary>
    public bool Strict { get; init; }
}
