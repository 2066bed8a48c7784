using System.Text.Json;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Actors.Silo.Demo;

/// <summary>Prints the progress of the demo to the terminal, and finally the addresses to open.</summary>
internal sealed class DemoGuide(
    DemoAddress address, DemoSite site, IServer server, IConfiguration configuration, IHostApplicationLifetime lifetime, TimeProvider timeProvider) : BackgroundService
{
    private static readonly TimeSpan s_maxRun = TimeSpan.FromMinutes(3), s_interval = TimeSpan.FromMilliseconds(400);

    private readonly DemoProgress _progress = new();

    public override void Dispose()
    {
        _progress.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!await StartedAsync(stoppingToken))
            return;
        Print($"event site    {address.Url}/");
        var started = timeProvider.GetTimestamp();
        using var http = new HttpClient { BaseAddress = OwnAddress(), Timeout = s_maxRun };
        var run = RunScrapeAsync(http, stoppingToken);
        await ShowProgressAsync(stoppingToken);
        await ShowResultAsync(http, timeProvider.GetElapsedTime(started), stoppingToken);
        await run;
    }

    private async Task<bool> StartedAsync(CancellationToken cancellationToken)
    {
        var started = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var whenStarted = lifetime.ApplicationStarted.Register(() => started.TrySetResult(true));
        await using var whenStopped = cancellationToken.Register(() => started.TrySetResult(false));
        return await started.Task;
    }

    // Calls the API like a client: this joins the run at start-up, or scrapes again if the catalogue is full.
    private async Task RunScrapeAsync(HttpClient http, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/scraper/run");
        if (configuration["INGEST_TOKEN"] is { Length: > 0 } token)
            request.Headers.Authorization = new("Bearer", token);
        try
        {
            using var answer = await http.SendAsync(request, cancellationToken);
            if (!answer.IsSuccessStatusCode)
                Print($"scraping      POST /scraper/run answered {(int)answer.StatusCode}");
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException)
        {
            Print($"scraping      {e.Message}");
        }
    }

    private async Task ShowProgressAsync(CancellationToken cancellationToken)
    {
        var until = timeProvider.GetUtcNow() + s_maxRun;
        var last = "";
        while (!_progress.Ended.IsCompleted && timeProvider.GetUtcNow() < until && !cancellationToken.IsCancellationRequested)
        {
            await Task.WhenAny(_progress.Ended, Task.Delay(s_interval, timeProvider, cancellationToken));
            var (pages, events, deadLetters) = _progress.Now;
            var line = $"scraping      {pages} pages, {events} events, {site.Pictures} posters, {deadLetters} dead letters";
            if (pages > 0 && line != last)
                Print(line);
            last = line;
        }
    }

    private async Task ShowResultAsync(HttpClient http, TimeSpan took, CancellationToken cancellationToken)
    {
        try
        {
            var events = await http.GetFromJsonAsync<JsonElement>("/catalog/events", cancellationToken);
            var posters = events.EnumerateArray().Select(e => e.GetProperty("image_url").GetString()).OfType<string>().ToList();
            Print($"done          {events.GetArrayLength()} events in the catalogue after {took.TotalSeconds:F1} s; the intentionally broken page and the event without a price are dead letters");
            var own = http.BaseAddress!;
            Print($"catalogue     {new Uri(own, "/catalog/events")}");
            if (posters.Count > 0)
                Print($"a poster      {new Uri(own, posters[0])}");
            Print($"API page      {new Uri(own, "/docs")}");
            Print($"metrics       {new Uri(own, "/metrics")}");
            Print($"home page     {own}");
            Print($"event site    {address.Url}/");
        }
        catch (Exception e) when (e is HttpRequestException or JsonException or OperationCanceledException or InvalidOperationException or KeyNotFoundException)
        {
            Print($"the catalogue could not be read: {e.Message}");
        }
    }

    private Uri OwnAddress()
    {
        var all = server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        var first = all.FirstOrDefault(a => a.StartsWith("http://", StringComparison.Ordinal)) ?? all.First();
        return new Uri(first.Replace("[::]", "localhost", StringComparison.Ordinal).Replace("0.0.0.0", "localhost", StringComparison.Ordinal));
    }

    private static void Print(string line) => Console.WriteLine($"demo  {line}");
}
