namespace Actors.Catalog.Posters;

/// <summary>Which poster the bytes of a picture became.</summary>
[GenerateSerializer, Alias("catalog.PosterImageState")]
internal sealed class PosterImageState
{
    [Id(0)]
    public string? Poster { get; set; }
}
