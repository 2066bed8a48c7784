namespace Actors.Catalog.Posters;

/// <summary>The state of one picture address.</summary>
[GenerateSerializer, Alias("catalog.PosterSourceState")]
internal sealed class PosterSourceState
{
    /// <summary>The normalised address.</summary>
    [Id(0)]
    public string Url { get; set; } = "";

    /// <summary>The poster converted from its picture.</summary>
    [Id(1)]
    public string? Poster { get; set; }

    [Id(2)]
    public DateTimeOffset FetchedAt { get; set; }
}
