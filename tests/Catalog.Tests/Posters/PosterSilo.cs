using Actors.Catalog.Tests.Scraping.Runs;
using Actors.Core.Holding;
using Actors.Catalog.Posters;
using Actors.Catalog.Posters.Pictures;
using Actors.Catalog.Posters.Stores;
using Actors.Catalog.Posters.Sweep;
using Actors.Hosting.Membership;
using Actors.Outbound;
using Actors.TestKit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Actors.Catalog.Tests.Posters;

/// <summary>The poster grains with the real fetch, encoder and folder, in-memory rows, and a test clock.</summary>
internal sealed class PosterSilo : IAsyncDisposable
{
    private readonly TempFolder _temp = new("posters");
    private IHost _host = null!;

    private PosterSilo(FakeUpstream upstream)
    {
        Upstream = upstream;
        Folder = new FolderPosterStore(_temp.Combine("posters"));
        Store = new ObservedStore(Folder);
        References = new FixedReferences(_temp.Combine("posters"));
    }

    public FakeUpstream Upstream { get; }
    public ManualTimeProvider Clock { get; } = new();
    public CountingEncoder Encoder { get; } = new(new SkiaPosterEncoder());
    public FolderPosterStore Folder { get; }
    public ObservedStore Store { get; }
    public FixedReferences References { get; }

    public IGrainFactory Grains => _host.Services.GetRequiredService<IGrainFactory>();
    public IServiceProvider Services => _host.Services;
    public PosterSweeper Sweeper => _host.Services.GetRequiredService<PosterSweeper>();

    public HeldSwitch Held { get; } = new();

    public static async Task<PosterSilo> StartAsync()
    {
        var silo = new PosterSilo(await FakeUpstream.StartAsync());
        silo._host = silo.Build();
        await silo._host.StartAsync();
        return silo;
    }

    public Task<PosterOutcome> Obtain(string path)
    {
        var url = Upstream.Url(path).AbsoluteUri;
        return Grains.GetPosterSource(url).Obtain(new PosterRequest(url));
    }

    /// <summary>Serves a picture at a path.</summary>
    public void Picture(string path, byte[] bytes) => Upstream.OnBytes(path, bytes, "text/plain");

    public string[] Files() => Directory.Exists(_temp.Combine("posters"))
        ? [.. Directory.GetFiles(_temp.Combine("posters")).Select(f => Path.GetFileName(f)!)]
        : [];

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
        await Upstream.DisposeAsync();
        _temp.Dispose();
    }

    private IHost Build()
    {
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Logging.SetMinimumLevel(LogLevel.None);
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["OUTBOUND_ALLOW"] = Upstream.AllowEntry });
        AddServices(builder.Services);
        builder.AddOutbound(new(builder.Configuration));
        builder.Services.AddEngineClock();
        builder.UseOrleans(silo =>
        {
            silo.UseSingleSilo();
            silo.AddMemoryGrainStorage(PosterStorage.Posters);
            silo.AddMemoryGrainStorage(PosterStorage.Sources);
            silo.AddMemoryGrainStorage(PosterStorage.Images);
        });
        return builder.Build();
    }

    private void AddServices(IServiceCollection services)
    {
        services.AddSingleton<TimeProvider>(Clock);
        services.AddMetrics();
        services.AddSingleton<PosterMetrics>();
        services.AddSingleton<LargePictures>();
        services.AddSingleton<IHeldStore>(Held);
        services.AddSingleton<PosterSweeper>();
        services.AddSingleton<IPosterEncoder>(Encoder);
        services.AddSingleton<IPosterStore>(Store);
        services.AddSingleton<IPosterReferences>(References);
        services.AddSingleton<PictureFetch>();
    }
}
