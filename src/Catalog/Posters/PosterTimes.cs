namespace Actors.Catalog.Posters;

/// <summary>Durations of posters.</summary>
internal static class PosterTimes
{
    /// <summary>
    /// How long an unused poster is kept after its last lease: far longer than an event needs from obtaining its poster to being stored.
    /// </summary>
    public static readonly TimeSpan Lease = TimeSpan.FromHours(1);

    /// <summary>A younger lease is not written again, so that a picture of many events costs few writes. The remaining lease is still long.</summary>
    public static readonly TimeSpan LeaseRenewal = TimeSpan.FromMinutes(15);

    /// <summary>An address is fetched again after this time.</summary>
    public static readonly TimeSpan Refetch = TimeSpan.FromDays(7);

    /// <summary>A failure is cached for this time: long enough for one batch, short enough for a retry.</summary>
    public static readonly TimeSpan FailureMemory = TimeSpan.FromSeconds(30);

    /// <summary>Interval of the sweep of unused posters.</summary>
    public static readonly TimeSpan SweepPeriod = TimeSpan.FromHours(1);

    /// <summary>
    /// Idle time in minutes before an activation is collected: there may be very many addresses and pictures, and each is needed only briefly.
    /// </summary>
    public const double IdleMinutes = 2;

    /// <summary>Covers the fetch, the wait for the encoder, and a slow or retried store.</summary>
    public const string CallTimeout = "00:02:00";
}
