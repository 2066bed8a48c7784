namespace Actors.Catalog.Posters;

/// <summary>The row of a poster. It exists before the file and is deleted after it.</summary>
[GenerateSerializer, Alias("catalog.PosterState")]
internal sealed class PosterState
{
    /// <summary>Size of the file in bytes.</summary>
    [Id(0)]
    public int Bytes { get; set; }

    [Id(1)]
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>The time of the last lease, up to <see cref="PosterTimes.LeaseRenewal"/> late.</summary>
    [Id(2)]
    public DateTimeOffset TouchedAt { get; set; }
}
