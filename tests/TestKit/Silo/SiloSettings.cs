namespace Actors.TestKit;

/// <summary>
/// The configuration of a silo under test. Defaults: Development, free loopback ports for the combined listener and every role, a temporary
/// <c>DATA_DIR</c>, no sources, and no rate limits.
/// </summary>
public sealed class SiloSettings : IDisposable
{
    /// <summary>The roles of the specs, each with its own listener.</summary>
    public static readonly IReadOnlyList<string> Roles = ["auth", "scraper", "catalog", "scraperCatalog", "gateway"];

    private readonly Dictionary<string, string> _values = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, int> _ports = [];
    private readonly TempFolder _data = new("silo");

    /// <summary>Settings with the test's changes; a null value removes a setting.</summary>
    public SiloSettings(params IEnumerable<(string Name, string? Value)> changes)
    {
        File.WriteAllText(_data.Combine("no-sources.json"), """{"sources":[]}""");
        Set("ASPNETCORE_URLS", $"http://127.0.0.1:{Port}");
        foreach (var role in Roles)
            Listener(role, FreePort.Next());
        Set("DATA_DIR", _data.Combine("data"));
        Set("RATE_LIMIT", "off");
        Set("SCRAPER_SOURCES", _data.Combine("no-sources.json"));
        foreach (var (name, value) in changes)
            Set(name, value);
    }

    /// <summary>Port of the combined listener.</summary>
    public int Port { get; init; } = FreePort.Next();

    /// <summary>ASP.NET Core environment.</summary>
    public string Environment { get; set; } = "Development";

    /// <summary>Values by name.</summary>
    public IReadOnlyDictionary<string, string> Values => _values;

    /// <summary>The data folder; kept across restarts, deleted with these settings.</summary>
    public string DataDir => _values["DATA_DIR"];

    /// <summary>The address of a role's listener, or of the combined one for null.</summary>
    public Uri AddressOf(string? role = null) => new($"http://127.0.0.1:{(role is null ? Port : PortOf(role))}");

    /// <summary>Port of a role's listener.</summary>
    public int PortOf(string role) => _ports[role];

    /// <summary>Changes one setting; null removes it.</summary>
    public SiloSettings Set(string name, string? value)
    {
        if (value is null)
            _values.Remove(name);
        else
            _values[name] = value;
        return this;
    }

    /// <summary>Sets the port of a role's listener.</summary>
    public SiloSettings Listener(string role, int port)
    {
        _ports[role] = port;
        return Set("LISTENERS", string.Join(',', _ports.Select(p => $"{p.Key}={p.Value}")));
    }

    /// <summary>Writes a file of sources and sets <c>SCRAPER_SOURCES</c> to it.</summary>
    public SiloSettings Sources(string json)
    {
        var file = _data.Combine("sources.json");
        File.WriteAllText(file, json);
        return Set("SCRAPER_SOURCES", file);
    }

    /// <inheritdoc/>
    public void Dispose() => _data.Dispose();

    /// <summary>The settings as command-line arguments, for a silo in this process.</summary>
    public string[] ToArguments() =>
        [$"--environment={Environment}", $"--contentRoot={RepoRoot.Combine("silo")}", $"--urls={Values["ASPNETCORE_URLS"]}",
            .. Values.Select(v => $"--{v.Key}={v.Value}")];
}
