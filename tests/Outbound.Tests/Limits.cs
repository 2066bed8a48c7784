using System.IO.Compression;
using System.Text;
using Actors.TestKit;

namespace Actors.Outbound.Tests;

public sealed class Limits : IAsyncLifetime
{
    private static readonly OutboundPolicy s_short = Outgoing.Once with { Timeout = TimeSpan.FromMilliseconds(300), MaxBytes = 10_000 };
    private FakeUpstream _upstream = null!;
    private IOutbound _outbound = null!;

    public async Task InitializeAsync()
    {
        _upstream = await FakeUpstream.StartAsync();
        _outbound = Outgoing.Create(allow: _upstream.AllowEntry);
    }

    public async Task DisposeAsync() => await _upstream.DisposeAsync();

    [Theory]
    [InlineData(9_999, OutboundFailure.None)]
    [InlineData(10_000, OutboundFailure.None)]
    [InlineData(10_001, OutboundFailure.TooLarge)]
    public async Task The_size_limit_is_exact_with_and_without_Content_Length(int size, OutboundFailure failure)
    {
        _upstream.OnBytes("/sized", new byte[size], "image/png");
        _upstream.On("/unsized", async context =>
        {
            await context.Response.StartAsync();
            await context.Response.Body.WriteAsync(new byte[size]);
        });

        var policy = s_short with { Timeout = TimeSpan.FromSeconds(5) };
        var sized = await _outbound.GetAsync(_upstream.Url("/sized"), policy);
        sized.Failure.ShouldBe(failure);
        sized.Body.Length.ShouldBe(failure == OutboundFailure.None ? size : 0);
        (await _outbound.GetAsync(_upstream.Url("/unsized"), policy)).Failure.ShouldBe(failure);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task The_size_limit_counts_decompressed_bytes(string encoding)
    {
        var bomb = Pack(encoding, new byte[5_000_000]);
        _upstream.On("/bomb", context =>
        {
            context.Response.Headers.ContentEncoding = encoding;
            return context.Response.Body.WriteAsync(bomb).AsTask();
        });

        bomb.Length.ShouldBeLessThan(10_000);
        (await _outbound.GetAsync(_upstream.Url("/bomb"), s_short with { Timeout = TimeSpan.FromSeconds(5) })).Failure.ShouldBe(OutboundFailure.TooLarge);
    }

    [Fact]
    public async Task An_endless_body_ends_at_the_limit() =>
        (await _outbound.GetAsync(_upstream.OnEndless("/endless").Url("/endless"), s_short with { Timeout = TimeSpan.FromSeconds(5) })).Failure.ShouldBe(OutboundFailure.TooLarge);

    [Fact]
    public async Task A_missing_body_ends_with_the_timeout() =>
        (await _outbound.GetAsync(_upstream.OnStalled("/stalled").Url("/stalled"), s_short)).Failure.ShouldBe(OutboundFailure.TimedOut);

    [Fact]
    public async Task A_wrong_Content_Length_is_unreachable() =>
        (await _outbound.GetAsync(_upstream.OnReset("/reset", new byte[1000]).Url("/reset"), s_short)).Failure.ShouldBe(OutboundFailure.Unreachable);

    [Theory]
    [InlineData(5, OutboundFailure.None)]
    [InlineData(6, OutboundFailure.TooManyRedirects)]
    public async Task At_most_five_redirects_are_followed(int redirects, OutboundFailure failure)
    {
        for (var i = 0; i < redirects; i++)
        {
            _upstream.OnRedirect($"/{i}", i % 2 == 0 ? $"/{i + 1}" : _upstream.Url($"/{i + 1}").AbsoluteUri);
        }

        _upstream.OnText($"/{redirects}", "there");
        var answer = await _outbound.GetAsync(_upstream.Url("/0"), Outgoing.Once);

        answer.Failure.ShouldBe(failure);
        _upstream.Count("/6").ShouldBe(0);
        if (answer.Ok)
        {
            Encoding.UTF8.GetString(answer.Body.Span).ShouldBe("there");
            answer.FinalUrl.AbsolutePath.ShouldBe($"/{redirects}");
        }
    }

    [Fact]
    public async Task A_redirect_without_a_target_is_a_bad_status()
    {
        _upstream.OnStatus("/lost", 302);
        var answer = await _outbound.GetAsync(_upstream.Url("/lost"), Outgoing.Once);
        (answer.Failure, answer.Status).ShouldBe((OutboundFailure.BadStatus, 302));
    }

    [Fact]
    public async Task Request_headers_are_not_sent_to_another_host()
    {
        await using var other = await FakeUpstream.StartAsync();
        other.OnText("/", "there");
        _upstream.OnRedirect("/same", "/next").OnRedirect("/next", other.Url("/").AbsoluteUri);
        var open = Outgoing.Create(allow: $"{_upstream.AllowEntry},{other.AllowEntry}");

        await open.GetAsync(_upstream.Url("/same"), Outgoing.Once, new Dictionary<string, string> { ["X-Api-Key"] = "key" });

        _upstream.Requests.Select(request => request.Headers["X-Api-Key"]).ShouldBe(["key", "key"]);
        other.Requests.Single().Headers.Keys.ShouldNotContain("X-Api-Key");
        other.Requests.Single().Headers.Keys.ShouldNotContain("Cookie");
        other.Requests.Single().Headers.Keys.ShouldNotContain("traceparent");
    }

    [Fact]
    public async Task Cookies_are_not_kept()
    {
        _upstream.On("/cookie", context =>
        {
            context.Response.Headers.SetCookie = "a=b";
            return Task.CompletedTask;
        });
        await _outbound.GetAsync(_upstream.Url("/cookie"), Outgoing.Once);
        await _outbound.GetAsync(_upstream.Url("/cookie"), Outgoing.Once);
        _upstream.Requests.ShouldAllBe(request => !request.Headers.ContainsKey("Cookie"));
    }

    [Fact]
    public async Task Cancellation_throws()
    {
        using var caller = new CancellationTokenSource();
        var asking = _outbound.GetAsync(_upstream.OnStalled("/stalled").Url("/stalled"), Outgoing.Once, caller.Token);
        await _upstream.RequestedAsync("/stalled");
        await caller.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(asking);
    }

    private static byte[] Pack(string encoding, byte[] body)
    {
        using var packed = new MemoryStream();
        using (Stream packer = encoding == "gzip" ? new GZipStream(packed, CompressionLevel.SmallestSize) : new BrotliStream(packed, CompressionLevel.Optimal))
        {
            packer.Write(body);
        }

        return packed.ToArray();
    }
}
