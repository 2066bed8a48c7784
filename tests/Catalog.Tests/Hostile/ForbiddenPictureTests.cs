using System.Text;
using System.Text.Json.Nodes;
using Actors.Catalog.Tests.Kit;
using Actors.Outbound.Guard;
using Actors.Outbound.Tests;
using Actors.TestKit;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Actors.Catalog.Tests.Hostile;

/// <summary>Promise S5 through the routes: an event with a picture at a forbidden address is not created, and the address is not contacted.</summary>
public sealed class ForbiddenPictureTests : IAsyncLifetime
{
    private const string Many = "/scraperCatalog/upload/batch";
    private FakeUpstream _inside = null!;
    private FakeUpstream _inside6 = null!;

    public async Task InitializeAsync()
    {
        _inside = await FakeUpstream.StartAsync(FreePort.Next());
        _inside6 = await FakeUpstream.StartAsync(_inside.Address.Port, "::1");
        foreach (var upstream in (FakeUpstream[])[_inside, _inside6]) upstream.On("/", Picture);
    }

    public async Task DisposeAsync()
    {
        await _inside.DisposeAsync();
        await _inside6.DisposeAsync();
    }

    [Theory]
    [InlineData(Many)]
    [InlineData("/scraper/results")]
    public async Task Event_cannot_reach_a_forbidden_address(string route)
    {
        await using var silo = await StartAsync(Names());
        var addresses = ForbiddenUrls.Loopback.Concat(ForbiddenUrls.Elsewhere).Select(WithPort).Concat(OwnDoors(silo.Catalogue)).ToArray();
        addresses.Length.ShouldBeGreaterThanOrEqualTo(160);

        var (_, body) = await silo.Catalogue.PostAsync(route, Events(silo.Catalogue, addresses));

        body["failed"]!.AsArray().Count.ShouldBe(addresses.Length);
        (body["created"]?.AsArray().Count ?? body["sent"]!.GetValue<int>()).ShouldBe(0);
        (_inside.Connections + _inside6.Connections).ShouldBe(0);
        (await silo.Catalogue.GetAsync("/catalog/events")).Body.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task Control_without_guard_addresses_are_reached()
    {
        await using var silo = await StartAsync(Names(), "127.0.0.0/8,0.0.0.0/8,::/127,localhost");

        var (_, body) = await silo.Catalogue.PostAsync(Many, Events(silo.Catalogue, ForbiddenUrls.Loopback.Select(WithPort)));

        body["created"]!.AsArray().Count.ShouldBeGreaterThan(15);
        (_inside.Connections + _inside6.Connections).ShouldBeGreaterThan(0);
    }

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(303)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task Redirect_cannot_reach_a_forbidden_address(int status)
    {
        await using var silo = await StartAsync(Names());
        var targets = ForbiddenUrls.Loopback.Concat(ForbiddenUrls.Elsewhere).Select(WithPort)
            .Where(text => Ascii.IsValid(text) && !text.AsSpan().ContainsAny("\r\n\t")).ToArray();
        for (var i = 0; i < targets.Length; i++) silo.Catalogue.Site.OnRedirect($"/{i}", targets[i], status);

        var (_, body) = await silo.Catalogue.PostAsync(
            Many, Events(silo.Catalogue, Enumerable.Range(0, targets.Length).Select(i => silo.Catalogue.Site.Url($"/{i}").AbsoluteUri)));

        body["failed"]!.AsArray().Count.ShouldBe(targets.Length);
        silo.Catalogue.Site.Requests.Count.ShouldBeGreaterThan(100);
        (_inside.Connections + _inside6.Connections).ShouldBe(0);
    }

    [Fact]
    public async Task Rebound_name_is_checked_again()
    {
        // First a public address without a server, then an internal one. Only the first is allowed.
        var port = _inside.Address.Port;
        var names = new StubResolver().With("rebind.test", ["127.0.0.77"], ["127.0.0.1"]).With("both.test", ["127.0.0.77", "::1"]).With("seven.test", ["127.0.0.77"], ["::1"]);
        await using var silo = await StartAsync(names, $"127.0.0.77:{port}");

        var (_, body) = await silo.Catalogue.PostAsync(Many, Events(silo.Catalogue, [
            $"http://rebind.test:{port}/", $"http://both.test:{port}/", $"http://seven.test:{port}/", $"http://rebind.test:{port}/again", $"http://seven.test:{port}/again"]));

        body["failed"]!.AsArray().Count.ShouldBe(5);
        names.Asked("rebind.test").ShouldBeGreaterThan(1);
        (_inside.Connections + _inside6.Connections).ShouldBe(0);
    }

    [Theory]
    [InlineData(5, true)]
    [InlineData(6, false)]
    public async Task At_most_five_redirects_are_followed(int redirects, bool taken)
    {
        await using var silo = await StartAsync(Names());
        var site = silo.Catalogue.Site;
        for (var i = 0; i < redirects; i++) site.OnRedirect($"/{i}", i == redirects - 1 ? "/poster.png" : $"/{i + 1}");

        var (_, body) = await silo.Catalogue.PostAsync(Many, Events(silo.Catalogue, [site.Url("/0").AbsoluteUri]));

        body["created"]!.AsArray().Count.ShouldBe(taken ? 1 : 0);
        site.Count("/poster.png").ShouldBe(taken ? 1 : 0);
    }

    [Fact]
    public async Task Slow_endless_and_invalid_bodies_end()
    {
        await using var silo = await StartAsync(Names());
        var site = silo.Catalogue.Site.OnStalled("/stalled", "image/png").OnEndless("/endless", "image/png").OnText("/page.png", "<html></html>", "image/png")
            .OnText("/vector.png", "<svg xmlns='http://www.w3.org/2000/svg'/>", "image/png").On("/slow", DripAsync);

        var (_, body) = await silo.Catalogue.PostAsync(Many, Events(
            silo.Catalogue, new[] { "/stalled", "/endless", "/page.png", "/vector.png", "/slow" }.Select(path => site.Url(path).AbsoluteUri)))
            .Within("the answers");

        body["failed"]!.AsArray().Select(failure => failure!["reason"]!.GetValue<string>()).ShouldBe(Enumerable.Repeat("image_download_failed", 5));
    }

    // The ports of the running program itself.
    private static IEnumerable<string> OwnDoors(Catalogue catalogue) => SiloSettings.Roles.Select(role => catalogue.Silo.Settings.AddressOf(role))
        .Append(catalogue.Silo.Settings.AddressOf()).SelectMany(door => new[] { $"{door}health", $"http://localhost:{door.Port}/metrics" });

    private static async Task DripAsync(HttpContext context)
    {
        while (!context.RequestAborted.IsCancellationRequested)
        {
            await context.Response.Body.WriteAsync(new byte[1]);
            await context.Response.Body.FlushAsync();
            await Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System);
        }
    }

    private static Task Picture(HttpContext context) => Answers.WriteAsync(context, Pictures.Bitmap(1), "image/bmp");

    private static StubResolver Names() => new StubResolver { Otherwise = "127.0.0.1" }
        .With("loopback6.test", ["::1"]).With("mapped.test", ["::ffff:127.0.0.1"]).With("mixed.test", ["127.0.0.1", "::1"])
        .With("private.test", ["10.1.2.3"]).With("rebound.test", ["169.254.169.254"]).With("nat64.test", ["64:ff9b::a9fe:a9fe"]);

    private static JsonObject Events(Catalogue catalogue, IEnumerable<string> pictures) =>
        Catalogue.Batch([.. pictures.Select(picture => catalogue.Event(e => e["image_url"] = picture))]);

    private static async Task<Running> StartAsync(StubResolver names, string? allow = null)
    {
        var catalogue = new Catalogue
        {
            Also = builder => builder.Services.Replace(ServiceDescriptor.Singleton<IResolver>(names)),
            Settings = settings => settings.Set("OUTBOUND_ALLOW", allow is null ? settings.Values["OUTBOUND_ALLOW"] : $"{settings.Values["OUTBOUND_ALLOW"]},{allow}"),
        };
        await catalogue.InitializeAsync();
        return new Running(catalogue);
    }

    private string WithPort(string text) => text.Replace("{P}", $"{_inside.Address.Port}", StringComparison.Ordinal);

    private sealed record Running(Catalogue Catalogue) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync() => await Catalogue.DisposeAsync();
    }
}
