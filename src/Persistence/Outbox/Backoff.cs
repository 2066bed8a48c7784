using Actors.Core.Time;

namespace Actors.Persistence.Outbox;

/// <summary>The retry delay of a failed message: exponential from one second to ten minutes, with jitter of up to a half.</summary>
internal sealed class Backoff(Random random)
{
    public static readonly TimeSpan First = TimeSpan.FromSeconds(1);
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    private readonly Lock _lock = new();

    public TimeSpan After(long attempts)
    {
        var full = ExponentialBackoff.After(attempts, First, Longest);
        lock (_lock)
        {
            return full * (1 - (random.NextDouble() / 2));
        }
    }
}
