namespace Actors.Silo.Demo;

/// <summary>Registers the services of <c>--demo</c>.</summary>
internal static class DemoSetup
{
    private const string Switch = "--demo", DefaultSources = "sources.json", DemoSources = "Demo/sources.json";

    /// <summary>Removes the switch, because the configuration would read the next argument as its value.</summary>
    public static string[] WithoutSwitch(string[] args) => [.. args.Where(a => a != Switch)];

    /// <summary>
    /// With <c>--demo</c>: starts the demo site, adds it to the sources, allows requests to it, and prints the progress. Call it before the settings
    /// are read.
    /// </summary>
    public static void AddDemo(this WebApplicationBuilder builder, string[] args)
    {
        if (!args.Contains(Switch, StringComparer.Ordinal))
            return;
        var address = DemoAddress.Free();
        var sources = builder.Configuration["SCRAPER_SOURCES"] is { Length: > 0 } named ? named : DefaultSources;
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["DEMO_URL"] = address.Url,
            ["SCRAPER_SOURCES"] = $"{sources};{DemoSources}",
            ["OUTBOUND_ALLOW"] = builder.Configuration["OUTBOUND_ALLOW"] is { Length: > 0 } allowed ? $"{allowed},{address.HostAndPort}" : address.HostAndPort,
        });
        builder.Services.AddSingleton(address);
        builder.Services.AddSingleton<DemoSite>();
        builder.Services.AddHostedService(services => services.GetRequiredService<DemoSite>());
        builder.Services.AddHostedService<DemoGuide>();
    }
}
