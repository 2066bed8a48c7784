namespace Actors.Catalog.Extraction.Lists;

/// <summary>Reads and sets one query parameter of an address.</summary>
internal static class QueryValue
{
    public static string? Of(Uri url, string name) => Pairs(url).FirstOrDefault(p => IsOf(p, name))?[(name.Length + 1)..];

    /// <summary>The address with the parameter set. Other parameters keep their positions.</summary>
    public static string With(Uri url, string name, string value)
    {
        var pairs = Pairs(url).ToList();
        var at = pairs.FindIndex(p => IsOf(p, name));
        if (at >= 0)
            pairs[at] = $"{name}={value}";
        else
            pairs.Add($"{name}={value}");
        return new UriBuilder(url) { Query = string.Join('&', pairs) }.Uri.AbsoluteUri;
    }

    private static string[] Pairs(Uri url) => url.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries);

    private static bool IsOf(string pair, string name) => pair.StartsWith(name + "=", StringComparison.Ordinal);
}
