using System.Globalization;

namespace Actors.Catalog.Extraction.Lists;

/// <summary>Paging of an API by offset.</summary>
internal static class OffsetPaging
{
    /// <summary>The next page; null after the last or an empty one.</summary>
    public static string? Next(FetchedPage page, string parameter, int items, long? total)
    {
        var offset = long.TryParse(QueryValue.Of(page.Url, parameter), NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : 0;
        return items > 0 && offset < long.MaxValue - items && offset + items < total
            ? QueryValue.With(page.Url, parameter, (offset + items).ToString(CultureInfo.InvariantCulture)) : null;
    }
}
