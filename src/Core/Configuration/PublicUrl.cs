namespace Actors.Core.Configuration;

/// <summary>Where people reach this program: the base of links in letters. Never the Host header, which whoever asks can choose.</summary>
public static class PublicUrl
{
    /// <summary>The setting.</summary>
    public const string Name = "PUBLIC_URL";

    // Hosts that a server may listen on and that no browser can be sent to.
    private static readonly string[] s_every = ["*", "+", "0.0.0.0", "[::]"];

    /// <summary>The setting, or in Development the first address of the combined listener; null when neither says it. Without a slash at the end.</summary>
    public static string? Read(Settings settings, bool development)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var said = settings.Url(Name)?.GetLeftPart(UriPartial.Path) ?? (development ? FirstListener(settings) : null);
        return said?.TrimEnd('/');
    }

    private static string FirstListener(Settings settings)
    {
        var first = (settings.Text("urls") ?? settings.Text("ASPNETCORE_URLS", "http://localhost:8000")).Split(';')[0].Trim();
        var every = s_every.FirstOrDefault(host => first.Contains($"://{host}", StringComparison.Ordinal));
        return every is null ? first : first.Replace($"://{every}", "://localhost", StringComparison.Ordinal);
    }
}
