namespace Actors.Catalog.Scraping.Sources;

/// <summary>The validators of a page; at least one is set.</summary>
/// <param name="ETag">The ETag as received.</param>
/// <param name="LastModified">Last-Modified as received.</param>
internal sealed record PageValidators(string? ETag, string? LastModified);
