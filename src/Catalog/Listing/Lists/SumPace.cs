namespace Actors.Catalog.Listing.Lists;

/// <summary>
/// How often all rows are added up: that takes a look at each. Between two sums it rests fifty times as long as the last one took, and ten seconds at
/// most: one that was held up must not silence for long the only check that sees what nothing else shows.
/// </summary>
internal sealed class SumPace(TimeProvider timeProvider)
{
    /// <summary>The longest rest.</summary>
    public static readonly TimeSpan LongestRest = TimeSpan.FromSeconds(10);

    /// <summary>Nobody waits longer than this for a sum.</summary>
    private static readonly TimeSpan s_quick = TimeSpan.FromMilliseconds(20);

    /// <summary>A sum that took ten milliseconds is followed by the next after this many times as long.</summary>
    private const int Rest = 50;

    private Sum? _last;

    /// <summary>Whether the last one is long enough ago.</summary>
    public bool IsDue => _last is not { } last || timeProvider.GetElapsedTime(last.Done) >= (last.Took < LongestRest / Rest ? last.Took * Rest : LongestRest);

    /// <summary>Whether it can be waited for.</summary>
    public bool IsQuick => _last is not { } last || last.Took <= s_quick;

    /// <summary>Adds up, and notes how long that takes.</summary>
    public async Task<T> TimedAsync<T>(Func<Task<T>> sum)
    {
        var started = timeProvider.GetTimestamp();
        var found = await sum();
        _last = new Sum(timeProvider.GetTimestamp(), timeProvider.GetElapsedTime(started));
        return found;
    }

    private sealed record Sum(long Done, TimeSpan Took);
}
