namespace Actors.Silo.Demo;

/// <summary>What <c>--demo</c> adds.</summary>
internal static class DemoSetup
{
    private const string Switch = "--demo", DefaultSources = "sources.json", DemoSources = "Demo/sources.json";

    /// <summary>The arguments that are settings: the command line takes the word after a bare switch for its value.</summary>
    public static string[] Without(string[] args) => [.. args.Where(a => a != Switch)];

    /// <summary>
    /// When the program was started with <c>--demo</c>: starts the demo site, adds it to the sources, lets the program reach it, and shows
    /// in the terminal what happens. Must be called before the settings are read.
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
