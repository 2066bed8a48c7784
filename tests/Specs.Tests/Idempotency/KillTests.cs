using System.Net;
using System.Text.Json.Nodes;
using Actors.Specs.Tests.EventsPlatform;
using Actors.TestKit;

namespace Actors.Specs.Tests.Idempotency;

/// <summary>R6 after a <c>kill -9</c> during a request or right after its answer.</summary>
public sealed class KillTests : IAsyncLifetime
{
    private FakeUpstream _site = null!;
    private SiloProcess _silo = null!;

    public async Task InitializeAsync()
    {
        _site = await FakeUpstream.StartAsync();
        _silo = await SiloProcess.StartAsync(new SiloSettings(("OUTBOUND_ALLOW", _site.AllowEntry)));
    }

    public async Task DisposeAsync()
    {
        await _silo.DisposeAsync();
        _silo.Settings.Dispose();
        await _site.DisposeAsync();
    }

    [Fact]
    public async Task A_key_of_a_killed_request_can_be_used_again()
    {
        var body = NewEvent("/held.bmp");
        _site.OnHeld("/held.bmp", new TaskCompletionSource().Task, context => Answers.WriteAsync(context, Pictures.Bitmap(1), "image/bmp"));
        var first = SendAsync(body);
        await _site.RequestedAsync("/held.bmp");
        (await SendAsync(body)).Status.ShouldBe(HttpStatusCode.Conflict);

        await _silo.KillAsync();
        await Should.ThrowAsync<HttpRequestException>(first);
        _site.OnBytes("/held.bmp", Pictures.Bitmap(1), "image/bmp");
        await _silo.RestartAsync();

        var again = await SendAsync(body);
        (again.Status, again.Replayed).ShouldBe((HttpStatusCode.Created, false));
        var once = await SendAsync(body);
        (once.Result, once.Replayed).ShouldBe((again.Result, true));
        (await EventsAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task A_sent_answer_is_repeated_after_a_kill()
    {
        _site.OnBytes("/here.bmp", Pictures.Bitmap(2), "image/bmp");
        var body = NewEvent("/here.bmp");
        var first = await SendAsync(body);
        await _silo.KillAsync();
        await _silo.RestartAsync();

        var again = await SendAsync(body);
        (again.Result, again.Replayed).ShouldBe((first.Result, true));
        (await SendAsync(NewEvent("/here.bmp"))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await EventsAsync()).ShouldBe(1);
    }

    private string NewEvent(string picture) => Platform.EventWith(_site.Url(picture).ToString()).ToJsonString();

    private async Task<int> EventsAsync() => JsonNode.Parse(await _silo.Client.GetStringAsync("/catalog/events"))!.AsArray().Count;

    private Task<Sent> SendAsync(string body) => Sent.OfAsync(_silo.Client, HttpMethod.Post, "/scraperCatalog/upload", "the-key", body, null);
}
