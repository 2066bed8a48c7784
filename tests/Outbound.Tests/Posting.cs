using System.Collections.Immutable;
using Actors.TestKit;

namespace Actors.Outbound.Tests;

/// <summary>What is sent has its effect once, and services that the operator named are reached wherever they are, but only they.</summary>
public sealed class Posting : IAsyncLifetime
{
    private static readonly ImmutableDictionary<string, string> Key = ImmutableDictionary<string, string>.Empty.Add("Idempotency-Key", "one");
    private static readonly ReadOnlyMemory<byte> Body = """{"name":"Ёж"}"""u8.ToArray();
    private FakeUpstream upstream = null!;

    private OutboundPolicy Trusting => new("test", 100_000, TimeSpan.FromSeconds(5)) { TrustedOrigin = upstream.Address };

    public async Task InitializeAsync() => upstream = await FakeUpstream.StartAsync();

    public async Task DisposeAsync() => await upstream.DisposeAsync();

    [Fact]
    public async Task JSON_and_headers_arrive_as_they_were_given()
    {
        upstream.OnJson("/register", """{"ticket_id":"7"}""", 201);
        var answer = await Outgoing.Create().PostAsync(upstream.Url("/register"), Body, Trusting, Key);
        (answer.Ok, answer.Status, answer.Unclear).ShouldBe((true, 201, false));
        var request = upstream.Requests.ShouldHaveSingleItem();
        (request.Method, request.Text, request.Headers["Idempotency-Key"]).ShouldBe(("POST", """{"name":"Ёж"}""", "one"));
        request.Headers["Content-Type"].ShouldBe("application/json");
    }

    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task What_may_have_had_its_effect_is_not_sent_again(int status)
    {
        upstream.OnStatus("/register", status);
        (await Outgoing.Create().PostAsync(upstream.Url("/register"), Body, Trusting, Key)).Unclear.ShouldBeTrue();
        upstream.Count("/register").ShouldBe(1);
        await Outgoing.Create().GetAsync(upstream.Url("/register"), Trusting);
        upstream.Count("/register").ShouldBeGreaterThanOrEqualTo(2, "control: a GET is");
    }

    [Fact]
    public async Task A_broken_answer_is_unclear_and_not_sent_again()
    {
        upstream.OnReset("/register", new byte[100]);
        (await Outgoing.Create().PostAsync(upstream.Url("/register"), Body, Trusting, Key)).Unclear.ShouldBeTrue();
        upstream.Count("/register").ShouldBe(1);
    }

    [Fact]
    public async Task A_host_that_is_busy_did_nothing_and_is_asked_again()
    {
        upstream.OnSequence("/register", Busy, context => Answers.WriteAsync(context, "{}"u8.ToArray(), "application/json"));
        (await Outgoing.Create().PostAsync(upstream.Url("/register"), Body, Trusting, Key)).Ok.ShouldBeTrue();
        upstream.Count("/register").ShouldBe(2);

        static Task Busy(Microsoft.AspNetCore.Http.HttpContext context)
        {
            context.Response.StatusCode = 429;
            return Task.CompletedTask;
        }
    }

    [Fact]
    public async Task Where_nobody_listens_nothing_happened()
    {
        var gone = new Uri($"http://127.0.0.1:{FreePort.Next()}/");
        var answer = await Outgoing.Create().PostAsync(gone, Body, Trusting with { TrustedOrigin = gone, Retries = 0 }, Key);
        (answer.Failure, answer.Unclear).ShouldBe((OutboundFailure.Unreachable, false));
    }

    [Fact]
    public async Task A_redirect_of_a_post_is_not_followed()
    {
        upstream.OnRedirect("/register", "/elsewhere", 307);
        (await Outgoing.Create().PostAsync(upstream.Url("/register"), Body, Trusting, Key)).Status.ShouldBe(307);
        upstream.Count("/elsewhere").ShouldBe(0);
    }

    [Fact]
    public async Task A_trusted_origin_opens_nothing_for_anybody_else()
    {
        await using var other = await FakeUpstream.StartAsync();
        other.OnText("/", "secret");
        upstream.OnText("/", "fine");
        upstream.OnRedirect("/away", other.Url("/").ToString());
        var outbound = Outgoing.Create();

        (await outbound.GetAsync(upstream.Url("/"), Trusting)).Ok.ShouldBeTrue();
        (await outbound.GetAsync(upstream.Url("/"), Outgoing.Once)).Failure.ShouldBe(OutboundFailure.Forbidden, "its connection is not shared");
        (await outbound.GetAsync(other.Url("/"), Trusting)).Failure.ShouldBe(OutboundFailure.Forbidden, "another port is another origin");
        (await outbound.GetAsync(upstream.Url("/away"), Trusting)).Failure.ShouldBe(OutboundFailure.Forbidden, "a redirect is judged");
        other.Connections.ShouldBe(0);
    }
}
