using System.Globalization;

namespace Actors.Catalog.Rules.Sources;

/// <summary>Pages that are numbered from 1 by a query parameter.</summary>
internal static class PageNumbers
{
    /// <summary>The address of the page after <paramref name="url"/>.</summary>
    public static string Next(string url, string parameter)
    {
        var builder = new UriBuilder(url);
        var pairs = builder.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).ToList();
        var at = pairs.FindIndex(p => p.StartsWith(parameter + "=", StringComparison.Ordinal));
        var page = at >= 0 && int.TryParse(pairs[at][(parameter.Length + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var now) ? now : 1;
        var next = $"{parameter}={(page + 1).ToString(CultureInfo.InvariantCulture)}";
        if (at >= 0)
            pairs[at] = next;
        else
            pairs.Add(next);
        builder.Query = string.Join('&', pairs);
        return builder.Uri.AbsoluteUri;
    }

    /// <summary>The first page of a run: {now} stands for the Unix seconds of its start.</summary>
    public static string First(string url, DateTimeOffset now) =>
        new Uri(url.Replace("{now}", now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)).AbsoluteUri;
}
