using Actors.Core.Time;

namespace Actors.Persistence.Outbox;

/// <summary>How long a failed message rests: doubling from a second to ten minutes, shortened at random by up to a half so that
/// messages that failed together do not come back together.</summary>
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
