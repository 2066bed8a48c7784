namespace Actors.Catalog.Posters;

/// <summary>What is known of one address.</summary>
[GenerateSerializer, Alias("catalog.PosterSourceState")]
internal sealed class PosterSourceState
{
    /// <summary>The address, normalised.</summary>
    [Id(0)]
    public string Url { get; set; } = "";

    /// <summary>The poster made of what it gave.</summary>
    [Id(1)]
    public string? Poster { get; set; }

    [Id(2)]
    public DateTimeOffset FetchedAt { get; set; }
}
