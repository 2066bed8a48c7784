namespace Actors.Silo.Demo;

/// <summary>The event site of <c>--demo</c>: a separate application on another loopback port.</summary>
internal sealed class DemoSite(DemoAddress address, TimeProvider timeProvider) : IHostedLifecycleService, IAsyncDisposable
{
    private WebApplication? _site;
    private int _pictures;

    /// <summary>The number of fetched posters.</summary>
    public int Pictures => Volatile.Read(ref _pictures);

    // Starts before all other services, because the scraper requests its pages at once.
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ApplicationName = "demo-site" });
        builder.WebHost.UseKestrelCore().UseUrls(address.Url);
        builder.Services.AddRoutingCore();
        _site = builder.Build();
        Map(_site, new DemoPages(timeProvider));
        await _site.StartAsync(cancellationToken);
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => _site?.StopAsync(cancellationToken) ?? Task.CompletedTask;

    public ValueTask DisposeAsync() => _site?.DisposeAsync() ?? ValueTask.CompletedTask;

    private void Map(WebApplication app, DemoPages pages)
    {
        app.MapGet("/", (int? page) => (page ?? 1) >= 1 && (page ?? 1) <= DemoPages.Lists ? Html(pages.List(page ?? 1)) : Results.NotFound());
        app.MapGet("/events/broken", () => Html(DemoPages.Broken()));
        app.MapGet("/events/{slug}", (string slug) => DemoEvents.All.FirstOrDefault(e => e.Slug == slug) is { } found ? Html(pages.Event(found)) : Results.NotFound());
        app.MapGet("/style.css", () => Results.Text(DemoStyle.Css, "text/css; charset=utf-8"));
        app.MapGet("/pictures/{name}", Picture);
    }

    private IResult Picture(string name)
    {
        Interlocked.Increment(ref _pictures);
        return DemoPictures.Find(name) is { } picture ? Results.Bytes(picture.Bytes, picture.Type) : Results.NotFound();
    }

    private static IResult Html(string page) => Results.Text(page, "text/html; charset=utf-8");
}
