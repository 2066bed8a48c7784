namespace Actors.Web.RateLimiting;

/// <summary>How often something may be done: at most <see cref="Permits"/> times within any <see cref="Window"/>, wherever the window begins.</summary>
public sealed record RateLimitPolicy
{
    /// <summary>The most permits a policy may have: a limiter remembers the time of each.</summary>
    public const int MaxPermits = 10_000;

    /// <summary>Describes a policy.</summary>
    /// <param name="name">Lower-case letters, digits and hyphens. Routes with policies of one name share the count.</param>
    /// <param name="permits">1 to <see cref="MaxPermits"/>.</param>
    /// <param name="window">Whole seconds.</param>
    /// <param name="partition">Whose requests are counted together.</param>
    public RateLimitPolicy(string name, int permits, TimeSpan window, RateLimitPartition partition)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentOutOfRangeException.ThrowIfLessThan(permits, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(permits, MaxPermits);
        ArgumentOutOfRangeException.ThrowIfLessThan(window, TimeSpan.FromSeconds(1));
        ArgumentOutOfRangeException.ThrowIfNotEqual(window.Ticks % TimeSpan.TicksPerSecond, 0, nameof(window));
        if (!name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-')) throw new ArgumentException("Not a name of a policy.", nameof(name));
        (Name, Permits, Window, Partition) = (name, permits, window, partition);
    }

    /// <summary>The name, also in the headers of answers.</summary>
    public string Name { get; }

    /// <summary>How often.</summary>
    public int Permits { get; }

    /// <summary>Within how long.</summary>
    public TimeSpan Window { get; }

    /// <summary>Whose requests are counted together.</summary>
    public RateLimitPartition Partition { get; }

    /// <summary>What happens when the limiter cannot be asked: true refuses (503), false lets pass. True where the limit keeps somebody from guessing.</summary>
    public bool Strict { get; init; }
}
