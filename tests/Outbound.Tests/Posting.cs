using System.Collections.Immutable;
using Actors.TestKit;

namespace Actors.Outbound.Tests;

/// <summary>POST requests have at most one effect. Only trusted services may have internal addresses.</summary>
public sealed class Posting : IAsyncLifetime
{
    private static readonly ImmutableDictionary<string, string> s_key = ImmutableDictionary<string, string>.Empty.Add("Idempotency-Key", "one");
    private static readonly ReadOnlyMemory<byte> s_body = """{"name":"Ёж"}"""u8.ToArray();
    private FakeUpstream _upstream = null!;

    private OutboundPolicy Trusting => new("test", 100_000, TimeSpan.FromSeconds(5)) { TrustedOrigin = _upstream.Address };

    public async Task InitializeAsync() => _upstream = await FakeUpstream.StartAsync();

    public async Task DisposeAsync() => await _upstream.DisposeAsync();

    [Fact]
    public async Task JSON_and_headers_arrive_unchanged()
    {
        _upstream.OnJson("/register", """{"ticket_id":"7"}""", 201);
        var answer = await Outgoing.Create().PostAsync(_upstream.Url("/register"), s_body, Trusting, s_key);
        (answer.Ok, answer.Status, answer.Unclear).ShouldBe((true, 201, false));
        var request = _upstream.Requests.ShouldHaveSingleItem();
        (request.Method, request.Text, request.Headers["Idempotency-Key"]).ShouldBe(("POST", """{"name":"Ёж"}""", "one"));
        request.Headers["Content-Type"].ShouldBe("application/json");
    }

    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task A_POST_with_an_unclear_result_is_not_retried(int status)
    {
        _upstream.OnStatus("/register", status);
        (await Outgoing.Create().PostAsync(_upstream.Url("/register"), s_body, Trusting, s_key)).Unclear.ShouldBeTrue();
        _upstream.Count("/register").ShouldBe(1);
        await Outgoing.Create().GetAsync(_upstream.Url("/register"), Trusting);
        _upstream.Count("/register").ShouldBeGreaterThanOrEqualTo(2, "control: a GET is");
    }

    [Fact]
    public async Task A_broken_response_is_unclear_and_not_retried()
    {
        _upstream.OnReset("/register", new byte[100]);
        (await Outgoing.Create().PostAsync(_upstream.Url("/register"), s_body, Trusting, s_key)).Unclear.ShouldBeTrue();
        _upstream.Count("/register").ShouldBe(1);
    }

    [Fact]
    public async Task A_POST_is_retried_after_429()
    {
        _upstream.OnSequence("/register", Busy, context => Answers.WriteAsync(context, "{}"u8.ToArray(), "application/json"));
        (await Outgoing.Create().PostAsync(_upstream.Url("/register"), s_body, Trusting, s_key)).Ok.ShouldBeTrue();
        _upstream.Count("/register").ShouldBe(2);

        static Task Busy(Microsoft.AspNetCore.Http.HttpContext context)
        {
            context.Response.StatusCode = 429;
            return Task.CompletedTask;
        }
    }

    [Fact]
    public async Task A_refused_connection_has_no_effect()
    {
        var gone = new Uri($"http://127.0.0.1:{FreePort.Next()}/");
        var answer = await Outgoing.Create().PostAsync(gone, s_body, Trusting with { TrustedOrigin = gone, Retries = 0 }, s_key);
        (answer.Failure, answer.Unclear).ShouldBe((OutboundFailure.Unreachable, false));
    }

    [Fact]
    public async Task A_POST_follows_no_redirect()
    {
        _upstream.OnRedirect("/register", "/elsewhere", 307);
        (await Outgoing.Create().PostAsync(_upstream.Url("/register"), s_body, Trusting, s_key)).Status.ShouldBe(307);
        _upstream.Count("/elsewhere").ShouldBe(0);
    }

    [Fact]
    public async Task A_trusted_origin_allows_no_other_request()
    {
        await using var other = await FakeUpstream.StartAsync();
        other.OnText("/", "secret");
        _upstream.OnText("/", "fine");
        _upstream.OnRedirect("/away", other.Url("/").ToString());
        var outbound = Outgoing.Create();

        (await outbound.GetAsync(_upstream.Url("/"), Trusting)).Ok.ShouldBeTrue();
        (await outbound.GetAsync(_upstream.Url("/"), Outgoing.Once)).Failure.ShouldBe(OutboundFailure.Forbidden, "its connection is not shared");
        (await outbound.GetAsync(other.Url("/"), Trusting)).Failure.ShouldBe(OutboundFailure.Forbidden, "another port is another origin");
        (await outbound.GetAsync(_upstream.Url("/away"), Trusting)).Failure.ShouldBe(OutboundFailure.Forbidden, "a redirect is judged");
        other.Connections.ShouldBe(0);
    }
}
