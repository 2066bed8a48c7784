namespace Actors.Catalog.Scraping.Sources;

/// <summary>By what a site knows whether a page is still the same; one of them at least.</summary>
/// <param name="ETag">As sent.</param>
/// <param name="LastModified">As sent.</param>
internal sealed record PageValidators(string? ETag, string? LastModified);
