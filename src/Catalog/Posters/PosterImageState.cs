namespace Actors.Catalog.Posters;

/// <summary>The poster converted from the bytes of a picture.</summary>
[GenerateSerializer, Alias("catalog.PosterImageState")]
internal sealed class PosterImageState
{
    [Id(0)]
    public string? Poster { get; set; }
}
