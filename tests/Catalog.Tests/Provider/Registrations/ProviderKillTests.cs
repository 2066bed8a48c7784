using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Actors.Catalog.Tests.Kill;
using Actors.Catalog.Tests.Provider.Kit;
using Actors.Hosting.Commands;
using Actors.TestKit;
using Microsoft.AspNetCore.Http;

namespace Actors.Catalog.Tests.Provider.Registrations;

/// <summary>kill -9 in the middle of a synchronisation, a registration, and a notification.</summary>
public sealed class ProviderKillTests : IAsyncLifetime, IDisposable
{
    private static readonly DateTimeOffset Soon = TimeProvider.System.GetUtcNow().AddDays(20);
    private readonly Guid concert = Guid.NewGuid();
    private readonly SiloSettings settings = new();
    private FakeProvider provider = null!;
    private SiloProcess silo = null!;

    private string Path => $"/api/events/{concert}/register";

    public async Task InitializeAsync()
    {
        provider = await FakeProvider.StartAsync();
        provider.Pages([FakeProvider.Event("Концерт", Soon, id: concert)], [FakeProvider.Event("Два", Soon)], [FakeProvider.Event("Три", Soon)]);
        provider.Opens(concert, "A1", "A2", "A3");
        provider.Configure(settings);
    }

    public async Task DisposeAsync()
    {
        if (silo is not null) await silo.DisposeAsync();
        await provider.DisposeAsync();
    }

    public void Dispose() => settings.Dispose();

    [Theory]
    [InlineData(false, new[] { 1, 2, 1 })]
    [InlineData(true, new[] { 2, 2, 1 })]
    public async Task A_run_goes_on_with_the_page_it_had_come_to(bool forgotten, int[] asked)
    {
        provider.Site.On(FakeProvider.ListPath, context => context.Request.Query["cursor"] == "1" ? SilenceAsync(context) : provider.ListAsync(context));
        silo = await SiloProcess.StartAsync(settings);
        await provider.Site.RequestedAsync(FakeProvider.ListPath, 2);
        await silo.KillAsync();
        provider.Site.On(FakeProvider.ListPath, provider.ListAsync);
        if (forgotten) await StoppedSilo.ExecuteAsync(settings, "DELETE FROM grain_state WHERE key LIKE '%provider%sync%'");
        await silo.RestartAsync();

        var token = await TokenAsync("one");
        await Waiting.UntilAsync("three events", async () => (await SendAsync(HttpMethod.Get, "/api/events", token))!["count"]!.GetValue<int>() == 3);
        string[] pages = ["", "cursor=1", "cursor=2"];
        pages.Select(p => provider.Site.Requests.Count(r => r.Path == FakeProvider.ListPath && (p.Length == 0 ? !r.Query.Contains("cursor") : r.Query.Contains(p)))).ShouldBe(asked);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_registration_the_provider_was_busy_with_is_made_once_and_told_once(bool knowsKeys)
    {
        provider.KnowsKeys = knowsKeys;
        var token = await StartedAsync();
        provider.Site.On(FakeProvider.RegisterPath(concert), TakenThenSilent);
        await SendAsync(HttpMethod.Post, Path, token);
        await provider.Site.RequestedAsync(FakeProvider.RegisterPath(concert));
        await silo.KillAsync();
        provider.Site.On(FakeProvider.RegisterPath(concert), provider.RegisterAsync);
        await AgainAsync();

        await ConfirmedAsync(token, knowsKeys ? "confirmed" : "unclear");
        await provider.Site.RequestedAsync(FakeProvider.NotifyPath);
        (provider.Tickets.Count, provider.Site.Count(FakeProvider.RegisterPath(concert))).ShouldBe((1, 2));
        provider.Told.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Registrations_of_many_survive_kills_between_any_two_steps()
    {
        var tokens = new List<string>();
        provider.Opens(concert, [.. Enumerable.Range(1, 40).Select(n => $"B{n}")]);
        tokens.Add(await StartedAsync());
        for (var n = 0; n < 7; n++) tokens.Add(await TokenAsync($"many{n}"));
        for (var round = 0; round < 3; round++)
        {
            await Task.WhenAll(tokens.Select(token => SendAsync(HttpMethod.Post, Path, token)));
            await provider.Site.RequestedAsync(FakeProvider.RegisterPath(concert), round + 1);
            await silo.KillAsync();
            await AgainAsync();
        }

        foreach (var token in tokens) await ConfirmedAsync(token);
        await Waiting.UntilAsync("everybody to be told", () => Task.FromResult(provider.Told.Count == tokens.Count));
        provider.Tickets.Count.ShouldBe(tokens.Count);
        provider.Tickets.Values.Distinct().Count().ShouldBe(tokens.Count, "one seat each");
    }

    [Fact]
    public async Task A_notification_on_its_way_comes_again_under_the_same_id()
    {
        var token = await StartedAsync();
        provider.Site.On(FakeProvider.NotifyPath, async context =>
        {
            await provider.NotifyAsync(context);
            await SilenceAsync(context);
        });
        await SendAsync(HttpMethod.Post, Path, token);
        await provider.Site.RequestedAsync(FakeProvider.NotifyPath);
        await silo.KillAsync();
        provider.Site.On(FakeProvider.NotifyPath, provider.NotifyAsync);
        await AgainAsync();

        await provider.Site.RequestedAsync(FakeProvider.NotifyPath, 2);
        await ConfirmedAsync(token);
        provider.Told.Count.ShouldBe(1);
        provider.Site.Count(FakeProvider.RegisterPath(concert)).ShouldBe(1);
    }

    [Fact]
    public async Task Without_the_outbox_it_would_be_lost()
    {
        var token = await StartedAsync();
        provider.Site.On($"/api/events/{concert}/seats", SilenceAsync);
        await SendAsync(HttpMethod.Post, Path, token);
        await provider.Site.RequestedAsync($"/api/events/{concert}/seats");
        await silo.KillAsync();
        provider.Opens(concert, "A1");
        await StoppedSilo.ExecuteAsync(settings, "DELETE FROM outbox");
        await silo.RestartAsync();
        (await CommandClient.TryRunAsync(settings.DataDir, "sync_events", ["--all"], _ => { })).ShouldBe(0);
        (await SendAsync(HttpMethod.Get, Path, token))!["status"]!.GetValue<string>().ShouldBe("pending");
        provider.Site.Count(FakeProvider.RegisterPath(concert)).ShouldBe(0);
    }

    private async Task<string> StartedAsync()
    {
        silo = await SiloProcess.StartAsync(settings);
        (await CommandClient.TryRunAsync(settings.DataDir, "sync_events", ["--all"], _ => { })).ShouldBe(0);
        return await TokenAsync("visitor");
    }

    // What the killed program had claimed would rest for a minute and a half.
    private async Task AgainAsync()
    {
        await StoppedSilo.ExecuteAsync(settings, "UPDATE outbox SET not_before = 0 WHERE done_at IS NULL");
        await silo.RestartAsync();
    }

    private async Task ConfirmedAsync(string token, string status = "confirmed") => await Waiting.UntilAsync("the confirmation", async () =>
        (await SendAsync(HttpMethod.Get, Path, token))?["status"]?.GetValue<string>() == status);

    private async Task<string> TokenAsync(string name)
    {
        using var answer = await silo.Client.PostAsJsonAsync("/api/auth/register", new { username = $"{name}@example.com", password = "correct-horse-battery" });
        var body = await answer.Content.ReadAsStringAsync();
        ((int)answer.StatusCode).ShouldBe(201, body);
        return JsonNode.Parse(body)!["access_token"]!.GetValue<string>();
    }

    private async Task<JsonNode?> SendAsync(HttpMethod method, string path, string token)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var answer = await silo.Client.SendAsync(request);
        var body = await answer.Content.ReadAsStringAsync();
        ((int)answer.StatusCode).ShouldBeOneOf(200, 202);
        return JsonNode.Parse(body);
    }

    private async Task TakenThenSilent(HttpContext context)
    {
        var request = provider.Site.Requests.Last(r => r.Path == FakeProvider.RegisterPath(concert));
        provider.Tickets[JsonNode.Parse(request.Text)!["seat"]!.GetValue<string>()] = request.Headers["Idempotency-Key"];
        await SilenceAsync(context);
    }

    private Task SilenceAsync(HttpContext context) => Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, CancellationTokenSource
        .CreateLinkedTokenSource(context.RequestAborted, provider.Site.Closing).Token).ContinueWith(_ => { }, TaskScheduler.Default);
}
