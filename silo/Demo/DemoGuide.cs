using System.Text.Json;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Actors.Silo.Demo;

/// <summary>Tells a newcomer in the terminal what the demo does, and at the end which addresses to open.</summary>
internal sealed class DemoGuide(
    DemoAddress address, DemoSite site, IServer server, IConfiguration configuration, IHostApplicationLifetime lifetime, TimeProvider timeProvider) : BackgroundService
{
    private static readonly TimeSpan s_longestRun = TimeSpan.FromMinutes(3), s_betweenLines = TimeSpan.FromMilliseconds(400);

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
        Say($"event site    {address.Url}/");
        var begun = timeProvider.GetTimestamp();
        using var http = new HttpClient { BaseAddress = Own(), Timeout = s_longestRun };
        var asked = AskAsync(http, stoppingToken);
        await ShowAsync(stoppingToken);
        await FinishAsync(http, timeProvider.GetElapsedTime(begun), stoppingToken);
        await asked;
    }

    private async Task<bool> StartedAsync(CancellationToken cancellationToken)
    {
        var started = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var whenStarted = lifetime.ApplicationStarted.Register(() => started.TrySetResult(true));
        await using var whenStopped = cancellationToken.Register(() => started.TrySetResult(false));
        return await started.Task;
    }

    // As a caller would: the run at start is joined, and a catalogue that is already full is looked at again.
    private async Task AskAsync(HttpClient http, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/scraper/run");
        if (configuration["INGEST_TOKEN"] is { Length: > 0 } token)
            request.Headers.Authorization = new("Bearer", token);
        try
        {
            using var answer = await http.SendAsync(request, cancellationToken);
            if (!answer.IsSuccessStatusCode)
                Say($"scraping      POST /scraper/run answered {(int)answer.StatusCode}");
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException)
        {
            Say($"scraping      {e.Message}");
        }
    }

    private async Task ShowAsync(CancellationToken cancellationToken)
    {
        var until = timeProvider.GetUtcNow() + s_longestRun;
        var last = "";
        while (!_progress.Ended.IsCompleted && timeProvider.GetUtcNow() < until && !cancellationToken.IsCancellationRequested)
        {
            await Task.WhenAny(_progress.Ended, Task.Delay(s_betweenLines, timeProvider, cancellationToken));
            var (pages, events, deadLetters) = _progress.Now;
            var line = $"scraping      {pages} pages, {events} events, {site.Pictures} posters, {deadLetters} dead letters";
            if (pages > 0 && line != last)
                Say(line);
            last = line;
        }
    }

    private async Task FinishAsync(HttpClient http, TimeSpan took, CancellationToken cancellationToken)
    {
        try
        {
            var events = await http.GetFromJsonAsync<JsonElement>("/catalog/events", cancellationToken);
            var posters = events.EnumerateArray().Select(e => e.GetProperty("image_url").GetString()).OfType<string>().ToList();
            Say($"done          {events.GetArrayLength()} events in the catalogue after {took.TotalSeconds:F1} s; a page that is broken on purpose and an event without a price are dead letters");
            var own = http.BaseAddress!;
            Say($"catalogue     {new Uri(own, "/catalog/events")}");
            if (posters.Count > 0)
                Say($"a poster      {new Uri(own, posters[0])}");
            Say($"API page      {new Uri(own, "/docs")}");
            Say($"metrics       {new Uri(own, "/metrics")}");
            Say($"all of it     {own}");
            Say($"event site    {address.Url}/");
        }
        catch (Exception e) when (e is HttpRequestException or JsonException or OperationCanceledException or InvalidOperationException or KeyNotFoundException)
        {
            Say($"the catalogue could not be read: {e.Message}");
        }
    }

    private Uri Own()
    {
        var all = server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        var first = all.FirstOrDefault(a => a.StartsWith("http://", StringComparison.Ordinal)) ?? all.First();
        return new Uri(first.Replace("[::]", "localhost", StringComparison.Ordinal).Replace("0.0.0.0", "localhost", StringComparison.Ordinal));
    }

    private static void Say(string line) => Console.WriteLine($"demo  {line}");
}
