namespace Actors.Catalog.Posters;

/// <summary>The row that is there before the file and goes after it.</summary>
[GenerateSerializer, Alias("catalog.PosterState")]
internal sealed class PosterState
{
    /// <summary>Size of the file.</summary>
    [Id(0)]
    public int Bytes { get; set; }

    [Id(1)]
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>When it was last given out, within <see cref="PosterTimes.LeaseRenewal"/>.</summary>
    [Id(2)]
    public DateTimeOffset TouchedAt { get; set; }
}
