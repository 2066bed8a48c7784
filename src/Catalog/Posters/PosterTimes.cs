namespace Actors.Catalog.Posters;

/// <summary>How long things about posters hold.</summary>
internal static class PosterTimes
{
    /// <summary>How long a poster that no event shows is kept after it was last given out: far longer than an event
    /// takes from getting its poster to being stored.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromHours(1);

    /// <summary>A lease younger than this is not written again, so that a picture of many events costs few writes.
    /// What is left of the lease at worst is still long.</summary>
    public static readonly TimeSpan LeaseRenewal = TimeSpan.FromMinutes(15);

    /// <summary>An address is fetched again when it was last fetched longer ago.</summary>
    public static readonly TimeSpan Refetch = TimeSpan.FromDays(7);

    /// <summary>A failure is answered again without asking for so long: long enough for one batch, short enough for a retry.</summary>
    public static readonly TimeSpan FailureMemory = TimeSpan.FromSeconds(30);

    /// <summary>How often posters that no event shows are looked for.</summary>
    public static readonly TimeSpan SweepPeriod = TimeSpan.FromHours(1);

    /// <summary>Addresses and pictures are soon out of use, and there may be very many: minutes until one leaves memory.</summary>
    public const double IdleMinutes = 2;

    /// <summary>Callers wait for a fetch, for their turn at the encoder, and for a store that is slow or tried again.</summary>
    public const string CallTimeout = "00:02:00";
}
