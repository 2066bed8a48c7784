namespace Actors.Catalog.Scraping.Sources;

/// <summary>A reference to a page of a source.</summary>
/// <param name="Url">The address.</param>
/// <param name="IsList">Whether it may link to further pages.</param>
[GenerateSerializer, Immutable, Alias("catalog.PageRef")]
internal sealed record PageRef([property: Id(0)] string Url, [property: Id(1)] bool IsList);
