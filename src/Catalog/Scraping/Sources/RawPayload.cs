namespace Actors.Catalog.Scraping.Sources;

/// <summary>A page as it was read.</summary>
/// <param name="Hash">Of its text: one text of a source is kept once.</param>
/// <param name="Url">Where it was first read.</param>
/// <param name="FetchedAt">When it was first read.</param>
/// <param name="Body">The text as UTF-8, compressed with Brotli.</param>
internal sealed record RawPayload(string Hash, string Url, DateTimeOffset FetchedAt, byte[] Body);

/// <summary>Something that was read from a page.</summary>
/// <param name="Item">The uuid of an event, or the key of a failed item.</param>
/// <param name="Hash">The page.</param>
/// <param name="SeenAt">When the page last said so.</param>
internal sealed record PayloadItem(string Item, string Hash, DateTimeOffset SeenAt);
