namespace Actors.Catalog.Scraping.Sources;

/// <summary>A stored page.</summary>
/// <param name="Hash">The hash of its text; equal texts of a source are stored once.</param>
/// <param name="Url">The address of the first read.</param>
/// <param name="FetchedAt">The time of the first read.</param>
/// <param name="Body">The text as UTF-8, compressed with Brotli.</param>
internal sealed record RawPayload(string Hash, string Url, DateTimeOffset FetchedAt, byte[] Body);

/// <summary>An item read from a stored page.</summary>
/// <param name="Item">The uuid of an event, or the key of a failed item.</param>
/// <param name="Hash">The hash of the page.</param>
/// <param name="SeenAt">When the page last contained the item.</param>
internal sealed record PayloadItem(string Item, string Hash, DateTimeOffset SeenAt);
