using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Actors.Catalog.Tests.Kill;
using Actors.Catalog.Tests.Provider.Kit;
using Actors.Hosting.Commands;
using Actors.TestKit;
using Microsoft.AspNetCore.Http;

namespace Actors.Catalog.Tests.Provider.Registrations;

/// <summary>kill -9 during a synchronisation, a registration and a notification.</summary>
public sealed class ProviderKillTests : IAsyncLifetime, IDisposable
{
    private static readonly DateTimeOffset s_soon = TimeProvider.System.GetUtcNow().AddDays(20);
    private readonly Guid _concert = Guid.NewGuid();
    private readonly SiloSettings _settings = new();
    private FakeProvider _provider = null!;
    private SiloProcess _silo = null!;

    private string Path => $"/api/events/{_concert}/register";

    public async Task InitializeAsync()
    {
        _provider = await FakeProvider.StartAsync();
        _provider.Pages([FakeProvider.Event("Концерт", s_soon, id: _concert)], [FakeProvider.Event("Два", s_soon)], [FakeProvider.Event("Три", s_soon)]);
        _provider.Opens(_concert, "A1", "A2", "A3");
        _provider.Configure(_settings);
    }

    public async Task DisposeAsync()
    {
        if (_silo is not null) await _silo.DisposeAsync();
        await _provider.DisposeAsync();
    }

    public void Dispose() => _settings.Dispose();

    [Theory]
    [InlineData(false, new[] { 1, 2, 1 })]
    [InlineData(true, new[] { 2, 2, 1 })]
    public async Task Run_resumes_at_its_current_page(bool forgotten, int[] asked)
    {
        _provider.Site.On(FakeProvider.ListPath, context => context.Request.Query["cursor"] == "1" ? SilenceAsync(context) : _provider.ListAsync(context));
        _silo = await SiloProcess.StartAsync(_settings);
        await _provider.Site.RequestedAsync(FakeProvider.ListPath, 2);
        await _silo.KillAsync();
        _provider.Site.On(FakeProvider.ListPath, _provider.ListAsync);
        if (forgotten) await StoppedSilo.ExecuteAsync(_settings, "DELETE FROM grain_state WHERE key LIKE '%provider%sync%'");
        await _silo.RestartAsync();

        var token = await TokenAsync("one");
        await Waiting.UntilAsync("three events", async () => (await SendAsync(HttpMethod.Get, "/api/events", token))!["count"]!.GetValue<int>() == 3);
        string[] pages = ["", "cursor=1", "cursor=2"];
        pages.Select(p => _provider.Site.Requests.Count(r => r.Path == FakeProvider.ListPath && (p.Length == 0 ? !r.Query.Contains("cursor") : r.Query.Contains(p)))).ShouldBe(asked);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Interrupted_registration_is_made_and_announced_once(bool knowsKeys)
    {
        _provider.KnowsKeys = knowsKeys;
        var token = await StartedAsync();
        _provider.Site.On(FakeProvider.RegisterPath(_concert), TakenThenSilent);
        await SendAsync(HttpMethod.Post, Path, token);
        await _provider.Site.RequestedAsync(FakeProvider.RegisterPath(_concert));
        await _silo.KillAsync();
        _provider.Site.On(FakeProvider.RegisterPath(_concert), _provider.RegisterAsync);
        await AgainAsync();

        await ConfirmedAsync(token, knowsKeys ? "confirmed" : "unclear");
        await _provider.Site.RequestedAsync(FakeProvider.NotifyPath);
        (_provider.Tickets.Count, _provider.Site.Count(FakeProvider.RegisterPath(_concert))).ShouldBe((1, 2));
        _provider.Told.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Registrations_survive_kills_between_steps()
    {
        var tokens = new List<string>();
        _provider.Opens(_concert, [.. Enumerable.Range(1, 40).Select(n => $"B{n}")]);
        tokens.Add(await StartedAsync());
        for (var n = 0; n < 7; n++) tokens.Add(await TokenAsync($"many{n}"));
        for (var round = 0; round < 3; round++)
        {
            await Task.WhenAll(tokens.Select(token => SendAsync(HttpMethod.Post, Path, token)));
            await _provider.Site.RequestedAsync(FakeProvider.RegisterPath(_concert), round + 1);
            await _silo.KillAsync();
            await AgainAsync();
        }

        foreach (var token in tokens) await ConfirmedAsync(token);
        await Waiting.UntilAsync("everybody to be told", () => Task.FromResult(_provider.Told.Count == tokens.Count));
        _provider.Tickets.Count.ShouldBe(tokens.Count);
        _provider.Tickets.Values.Distinct().Count().ShouldBe(tokens.Count, "one seat each");
    }

    [Fact]
    public async Task Notification_is_repeated_with_the_same_id()
    {
        var token = await StartedAsync();
        _provider.Site.On(FakeProvider.NotifyPath, async context =>
        {
            await _provider.NotifyAsync(context);
            await SilenceAsync(context);
        });
        await SendAsync(HttpMethod.Post, Path, token);
        await _provider.Site.RequestedAsync(FakeProvider.NotifyPath);
        await _silo.KillAsync();
        _provider.Site.On(FakeProvider.NotifyPath, _provider.NotifyAsync);
        await AgainAsync();

        await _provider.Site.RequestedAsync(FakeProvider.NotifyPath, 2);
        await ConfirmedAsync(token);
        _provider.Told.Count.ShouldBe(1);
        _provider.Site.Count(FakeProvider.RegisterPath(_concert)).ShouldBe(1);
    }

    [Fact]
    public async Task Control_without_outbox_it_is_lost()
    {
        var token = await StartedAsync();
        _provider.Site.On($"/api/events/{_concert}/seats", SilenceAsync);
        await SendAsync(HttpMethod.Post, Path, token);
        await _provider.Site.RequestedAsync($"/api/events/{_concert}/seats");
        await _silo.KillAsync();
        _provider.Opens(_concert, "A1");
        await StoppedSilo.ExecuteAsync(_settings, "DELETE FROM outbox");
        await _silo.RestartAsync();
        (await CommandClient.TryRunAsync(_settings.DataDir, "sync_events", ["--all"], _ => { })).ShouldBe(0);
        (await SendAsync(HttpMethod.Get, Path, token))!["status"]!.GetValue<string>().ShouldBe("pending");
        _provider.Site.Count(FakeProvider.RegisterPath(_concert)).ShouldBe(0);
    }

    private async Task<string> StartedAsync()
    {
        _silo = await SiloProcess.StartAsync(_settings);
        (await CommandClient.TryRunAsync(_settings.DataDir, "sync_events", ["--all"], _ => { })).ShouldBe(0);
        return await TokenAsync("visitor");
    }

    // Claims of the killed program would expire only after a minute and a half.
    private async Task AgainAsync()
    {
        await StoppedSilo.ExecuteAsync(_settings, "UPDATE outbox SET not_before = 0 WHERE done_at IS NULL");
        await _silo.RestartAsync();
    }

    private async Task ConfirmedAsync(string token, string status = "confirmed") => await Waiting.UntilAsync("the confirmation", async () =>
        (await SendAsync(HttpMethod.Get, Path, token))?["status"]?.GetValue<string>() == status);

    private async Task<string> TokenAsync(string name)
    {
        using var answer = await _silo.Client.PostAsJsonAsync("/api/auth/register", new { username = $"{name}@example.com", password = "correct-horse-battery" });
        var body = await answer.Content.ReadAsStringAsync();
        ((int)answer.StatusCode).ShouldBe(201, body);
        return JsonNode.Parse(body)!["access_token"]!.GetValue<string>();
    }

    private async Task<JsonNode?> SendAsync(HttpMethod method, string path, string token)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var answer = await _silo.Client.SendAsync(request);
        var body = await answer.Content.ReadAsStringAsync();
        ((int)answer.StatusCode).ShouldBeOneOf(200, 202);
        return JsonNode.Parse(body);
    }

    private async Task TakenThenSilent(HttpContext context)
    {
        var request = _provider.Site.Requests.Last(r => r.Path == FakeProvider.RegisterPath(_concert));
        _provider.Tickets[JsonNode.Parse(request.Text)!["seat"]!.GetValue<string>()] = request.Headers["Idempotency-Key"];
        await SilenceAsync(context);
    }

    private Task SilenceAsync(HttpContext context) => Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, CancellationTokenSource
        .CreateLinkedTokenSource(context.RequestAborted, _provider.Site.Closing).Token).ContinueWith(_ => { }, TaskScheduler.Default);
}
