using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Globalization;
using Actors.Core.Configuration;

namespace Actors.Web.Listeners;

/// <summary>The ports of the program and their roles. The local port of a connection determines its role, never the Host header (C52).</summary>
public sealed class ListenerPlan
{
    /// <summary>The role of the combined listener, which serves the paths of every role.</summary>
    public const string Combined = "combined";

    /// <summary>The role that the combined listener reports in responses (C1).</summary>
    public const string Gateway = "gateway";

    /// <summary>The role of the listener of <c>METRICS_LISTEN</c>.</summary>
    public const string Metrics = "metrics";

    /// <summary>Role listeners in Development: the ports of the specification's examples.</summary>
    public const string DevelopmentListeners = "auth=8001,scraper=8002,catalog=8003,scraperCatalog=8004,gateway=8005";

    private static readonly string[] s_knownRoles = ["auth", "scraper", "catalog", "scraperCatalog", Gateway];

    private const string DefaultUrl = "http://localhost:8000";
    private readonly FrozenDictionary<int, string> _roles;
    private readonly ConcurrentDictionary<int, bool> _taken = new();

    internal ListenerPlan(IReadOnlyList<string> urls, IReadOnlyDictionary<int, string> roles, string? metricsListen)
    {
        Urls = urls;
        _roles = roles.ToFrozenDictionary();
        MetricsListen = metricsListen;
    }

    /// <summary>The URLs of the combined listener.</summary>
    public IReadOnlyList<string> Urls { get; }

    /// <summary>The roles by port, without ports that are in use by other programs.</summary>
    public IReadOnlyDictionary<int, string> Roles => _roles.Where(role => !_taken.ContainsKey(role.Key)).ToDictionary();

    /// <summary>The URL of the listener for <c>/metrics</c>; null if the combined listener serves it.</summary>
    public string? MetricsListen { get; }

    /// <summary>All URLs to listen on, the combined listener first.</summary>
    public IReadOnlyList<string> AllUrls => [.. Urls, .. _roles.Where(role => role.Value != Metrics).Select(role => UrlOf(role.Key)), .. MetricsUrls];

    private IReadOnlyList<string> MetricsUrls => MetricsListen is null ? [] : [MetricsListen];

    /// <summary>The role of a local port.</summary>
    public string RoleOf(int port) => _roles.GetValueOrDefault(port, Combined);

    /// <summary>Reads <c>ASPNETCORE_URLS</c>, <c>LISTENERS</c> and <c>METRICS_LISTEN</c>.</summary>
    public static ListenerPlan Read(Settings settings, bool development)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var urls = settings.Text("urls") ?? settings.Text("ASPNETCORE_URLS") ?? DefaultUrl;
        var roles = new Dictionary<int, string>();
        foreach (var entry in settings.ListOrNone("LISTENERS", development ? DevelopmentListeners : string.Empty))
        {
            AddRole(roles, entry, settings.Problems);
        }

        var addresses = ReadUrls(urls, roles, settings);
        return new ListenerPlan(addresses, roles, ReadMetrics(settings, roles));
    }

    // The combined listener has priority over a default role on the same port.
    private static List<string> ReadUrls(string urls, Dictionary<int, string> roles, Settings settings)
    {
        var addresses = new List<string>();
        foreach (var url in urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            try
            {
                var port = BindingAddress.Parse(url).Port;
                if (roles.Remove(port) && settings.Text("LISTENERS") is not null)
                {
                    settings.Problems.Add("LISTENERS", $"port {port} is already used by the combined listener.");
                }

                addresses.Add(url);
            }
            catch (FormatException)
            {
                settings.Problems.Add("ASPNETCORE_URLS", $"\"{url}\" is not a valid URL to listen on.");
            }
        }

        return addresses is [] ? [DefaultUrl] : addresses;
    }

    /// <summary>Records that another program uses a role's port.</summary>
    internal void MarkTaken(int port) => _taken[port] = true;

    /// <summary>The URL of a role's listener: it has the host of the combined listener.</summary>
    public string UrlOf(int port)
    {
        var combined = BindingAddress.Parse(Urls[0]);
        return string.Create(CultureInfo.InvariantCulture, $"{combined.Scheme}://{combined.Host}:{port}");
    }

    private static void AddRole(Dictionary<int, string> roles, string entry, ConfigurationProblems problems)
    {
        var parts = entry.Split('=', 2, StringSplitOptions.TrimEntries);
        if (parts is not [{ Length: > 0 } role, var number] || PortOf(number) is not { } port)
        {
            problems.Add("LISTENERS", $"\"{entry}\" is not role=port, for example auth=8001.");
        }
        else if (!s_knownRoles.Contains(role))
        {
            problems.Add("LISTENERS", $"there is no role \"{role}\"; roles are {string.Join(", ", s_knownRoles)}.");
        }
        else if (!roles.TryAdd(port, role))
        {
            problems.Add("LISTENERS", $"port {port} is assigned to two roles.");
        }
    }

    private static string? ReadMetrics(Settings settings, Dictionary<int, string> roles)
    {
        if (settings.Text("METRICS_LISTEN") is not { } text)
        {
            return null;
        }

        var url = text.Contains("://", StringComparison.Ordinal) ? text : $"http://{(PortOf(text) is null ? text : $"localhost:{text}")}";
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || !roles.TryAdd(address.Port, Metrics))
        {
            settings.Problems.Add("METRICS_LISTEN", $"\"{text}\" is not a free port or host:port.");
            return null;
        }

        return url;
    }

    private static int? PortOf(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and <= 65535 ? port : null;
}
