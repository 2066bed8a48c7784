namespace Actors.Catalog.Posters.Sweep;

/// <summary>The minimum age of an unused poster before a starting silo removes it.</summary>
internal sealed record PosterGrace(TimeSpan Age)
{
    /// <summary>No other process creates events, so every poster without an event was left by a crash.</summary>
    public static readonly PosterGrace Alone = new(TimeSpan.Zero);

    /// <summary>Other silos may be creating events during this start.</summary>
    public static readonly PosterGrace Member = new(PosterTimes.Lease);
}
