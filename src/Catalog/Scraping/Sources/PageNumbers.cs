using System.Globalization;
using Actors.Catalog.Extraction.Lists;

namespace Actors.Catalog.Scraping.Sources;

/// <summary>Paging by a query parameter that counts pages from 1.</summary>
internal static class PageNumbers
{
    /// <summary>The address of the page after <paramref name="url"/>.</summary>
    public static string Next(string url, string parameter)
    {
        var page = int.TryParse(QueryValue.Of(new Uri(url), parameter), NumberStyles.None, CultureInfo.InvariantCulture, out var now) && now < int.MaxValue ? now : 1;
        return QueryValue.With(new Uri(url), parameter, (page + 1).ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>The first page of a run; {now} becomes the Unix seconds of its start.</summary>
    public static string First(string url, DateTimeOffset now) =>
        new Uri(url.Replace("{now}", now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)).AbsoluteUri;
}
