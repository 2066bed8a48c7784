using System.Net;
using Actors.TestKit;

namespace Actors.Architecture.Tests.Kit;

public sealed class FakeUpstreamTests
{
    [Fact]
    public async Task It_answers_by_path_and_records_requests()
    {
        await using var upstream = await FakeUpstream.StartAsync();
        using var client = new HttpClient();
        upstream.OnJson("/a", "[1]").OnRedirect("/b", "/a").OnStatus("/busy", 429, retryAfter: 7);
        upstream.Connections.ShouldBe(0);

        (await client.GetStringAsync(upstream.Url("/b?x=1"))).ShouldBe("[1]");
        using var busy = await client.GetAsync(upstream.Url("/busy"));
        busy.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(7));
        using var unknown = await client.GetAsync(upstream.Url("/c"));
        unknown.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        upstream.Requests.Select(r => r.Path + r.Query).ShouldBe(["/b?x=1", "/a", "/busy", "/c"]);
        upstream.Connections.ShouldBe(1);
    }

    [Fact]
    public async Task A_held_answer_waits_for_the_test()
    {
        await using var upstream = await FakeUpstream.StartAsync();
        using var client = new HttpClient();
        var release = new TaskCompletionSource();
        upstream.OnHeld("/slow", release.Task, c => Answers.WriteAsync(c, [1], "image/png"));
        var asked = client.GetByteArrayAsync(upstream.Url("/slow"));
        await upstream.RequestedAsync("/slow");
        asked.IsCompleted.ShouldBeFalse();
        release.SetResult();
        (await asked).ShouldBe([1]);
    }

    [Fact]
    public async Task A_reset_body_fails_in_the_middle()
    {
        await using var upstream = await FakeUpstream.StartAsync();
        using var client = new HttpClient();
        upstream.OnReset("/cut", new byte[1000]);
        await Should.ThrowAsync<HttpRequestException>(() => client.GetByteArrayAsync(upstream.Url("/cut")));
    }

    [Fact]
    public async Task Endless_and_stalled_bodies_end_with_the_client()
    {
        await using var upstream = await FakeUpstream.StartAsync();
        using var client = new HttpClient();
        upstream.OnEndless("/endless").OnStalled("/stalled");
        using var answer = await client.GetAsync(upstream.Url("/endless"), HttpCompletionOption.ResponseHeadersRead);
        await using var body = await answer.Content.ReadAsStreamAsync();
        await body.ReadExactlyAsync(new byte[1 << 20]);
        using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(50));
        await Should.ThrowAsync<OperationCanceledException>(() => client.GetByteArrayAsync(upstream.Url("/stalled"), patience.Token));
    }
}
