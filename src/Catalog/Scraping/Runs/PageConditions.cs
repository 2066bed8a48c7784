using System.Globalization;
using System.Net.Http.Headers;
using Actors.Catalog.Scraping.Sources;
using Actors.Outbound;

namespace Actors.Catalog.Scraping.Runs;

/// <summary>Reads validators from responses and writes them into conditional requests. Malformed validators are dropped.</summary>
internal static class PageConditions
{
    private const int MaxETagLength = 256;

    public static PageValidators? Of(OutboundAnswer answer)
    {
        var etag = answer.ETag is { Length: <= MaxETagLength } tag && EntityTagHeaderValue.TryParse(tag, out _) ? tag : null;
        var modified = DateTimeOffset.TryParseExact(answer.LastModified, "r", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? answer.LastModified : null;
        return etag is null && modified is null ? null : new(etag, modified);
    }

    public static Dictionary<string, string> Headers(PageValidators? known)
    {
        var headers = new Dictionary<string, string>();
        if (known?.ETag is { } etag)
            headers["If-None-Match"] = etag;
        if (known?.LastModified is { } modified)
            headers["If-Modified-Since"] = modified;
        return headers;
    }
}
