namespace Actors.Core.Time;

/// <summary>Pauses that double from failure to failure.</summary>
public static class ExponentialBackoff
{
    private const int MostDoublings = 30;

    /// <summary>The pause after a number of failures in a row: <paramref name="first"/> after one, never more than <paramref name="longest"/>.</summary>
    public static TimeSpan After(long failures, TimeSpan first, TimeSpan longest)
    {
        var doubled = first * Math.Pow(2, Math.Clamp(failures - 1, 0, MostDoublings));
        return doubled < longest ? doubled : longest;
    }
}
