namespace Actors.Catalog.Scraping.Sources;

/// <summary>A page of a source, as it can be asked for again.</summary>
/// <param name="Url">Its address.</param>
/// <param name="IsList">True when it may lead to further pages.</param>
[GenerateSerializer, Immutable, Alias("catalog.PageRef")]
internal sealed record PageRef([property: Id(0)] string Url, [property: Id(1)] bool IsList);
