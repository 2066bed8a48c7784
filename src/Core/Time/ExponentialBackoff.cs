namespace Actors.Core.Time;

/// <summary>Exponential backoff.</summary>
public static class ExponentialBackoff
{
    private const int MostDoublings = 30;

    /// <summary>The pause after a number of consecutive failures: <paramref name="first"/> after one failure, at most <paramref name="longest"/>.</summary>
    public static TimeSpan After(long failures, TimeSpan first, TimeSpan longest)
    {
        var doubled = first * Math.Pow(2, Math.Clamp(failures - 1, 0, MostDoublings));
        return doubled < longest ? doubled : longest;
    }
}
