namespace Actors.Catalog.Duplicates.Matching;

/// <summary>The source of an event: the host of its page.</summary>
internal static class EventSource
{
    private const string Web = "www.";

    /// <summary>The host without <c>www.</c>; empty if the URL has none.</summary>
    public static string Of(string url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var page)) return "";
        var host = page.IdnHost.ToLowerInvariant();
        return host.StartsWith(Web, StringComparison.Ordinal) ? host[Web.Length..] : host;
    }

    /// <summary>Whether two events come from different sources, or a source is unknown.</summary>
    public static bool Differ(string first, string second) => first.Length == 0 || second.Length == 0 || first != second;
}
