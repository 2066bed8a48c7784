using System.Net;
using Actors.Persistence.Tests.Kit;
using Actors.TestKit;
using Actors.Web.Idempotency;
using Microsoft.Extensions.DependencyInjection;

namespace Actors.Web.Tests.Idempotency;

/// <summary>R6: the responses to repeated requests.</summary>
public sealed class Repetitions : IAsyncLifetime
{
    private readonly ManualTimeProvider _clock = new();
    private TestDatabase _database = null!;
    private IdempotentServer _server = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync("sqlite");
        _server = await IdempotentServer.StartAsync(_database, _clock);
    }

    public async Task DisposeAsync()
    {
        await _server.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task The_same_key_and_body_get_the_same_response()
    {
        var first = await _server.SendAsync("/things");
        var again = await _server.SendAsync("/things");

        first.Result.ShouldBe("""201 application/json; charset=utf-8 /things/1 a=1,b=2 {"number":1,"text":"Событие"}""");
        again.Result.ShouldBe(first.Result);
        (first.IsReplayed, again.IsReplayed).ShouldBe((false, true));
        again.Headers["X-Chance"].ShouldBeEmpty();
        again.Headers["X-Request-ID"].ShouldNotBe(first.Headers["X-Request-ID"]);
        _server.Effects.ShouldBe(1);
    }

    [Fact]
    public async Task A_request_with_another_or_no_key_is_executed()
    {
        await _server.SendAsync("/things", "k1");
        await _server.SendAsync("/things", "k2");
        await _server.SendAsync("/things", null);
        await _server.SendAsync("/things", null);

        _server.Effects.ShouldBe(4);
    }

    [Fact]
    public async Task A_reused_key_with_another_body_or_query_is_refused()
    {
        await _server.SendAsync("/things", "k1", """{"a":1}""");

        (await _server.SendAsync("/things", "k1", """{"a":2}""")).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await _server.SendAsync("/things?a=1", "k1", """{"a":1}""")).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await _server.SendAsync("/things", "k1", """{"a":1}""")).IsReplayed.ShouldBeTrue();
        _server.Effects.ShouldBe(1);
    }

    [Theory]
    [InlineData("/titles", "\"code\":\"IDEMPOTENCY_KEY_REUSED\"")]
    [InlineData("/love", "\"code\":\"IDEMPOTENCY_KEY_REUSED\"")]
    [InlineData("/drf", "{\"detail\":\"This Idempotency-Key was used with a different request\"}")]
    public async Task A_reused_key_is_422_in_every_dialect(string path, string body)
    {
        await _server.SendAsync(path, "k1", "1");

        var refused = await _server.SendAsync(path, "k1", "2");
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Body.ShouldContain(body);
    }

    [Fact]
    public async Task A_repetition_of_a_running_request_is_409()
    {
        var first = _server.SendAsync("/slow");
        await _server.Waiting.Task.Within("the first request");

        var second = await _server.SendAsync("/slow");
        (second.Status, second.Headers["Retry-After"].Single()).ShouldBe((HttpStatusCode.Conflict, "5"));
        (await _server.SendAsync("/slow", body: "other")).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);

        _server.Gate.SetResult();
        (await first).Body.ShouldBe("effect 1");
        var third = await _server.SendAsync("/slow");
        (third.Body, third.IsReplayed).ShouldBe(("effect 1", true));
    }

    [Theory]
    [InlineData(401, false)]
    [InlineData(403, false)]
    [InlineData(404, false)]
    [InlineData(409, false)]
    [InlineData(429, false)]
    [InlineData(500, false)]
    [InlineData(503, false)]
    [InlineData(400, true)]
    [InlineData(422, true)]
    public async Task Transient_responses_are_not_stored(int status, bool kept)
    {
        for (var turn = 0; turn < 3; turn++) ((int)(await _server.SendAsync($"/status/{status}")).Status).ShouldBe(status);

        _server.Effects.ShouldBe(kept ? 1 : 3);
    }

    [Fact]
    public async Task A_failed_request_is_executed_again()
    {
        for (var turn = 0; turn < 2; turn++) (await _server.SendAsync("/crash")).Status.ShouldBe(HttpStatusCode.InternalServerError);

        _server.Effects.ShouldBe(2);
    }

    [Fact]
    public async Task A_response_is_replayed_for_24_hours()
    {
        await _server.SendAsync("/things");
        await PassAsync(TimeSpan.FromHours(24) - TimeSpan.FromMinutes(1));
        (await _server.SendAsync("/things")).IsReplayed.ShouldBeTrue();
        await PassAsync(TimeSpan.FromMinutes(2));

        var late = await _server.SendAsync("/things", body: "other");
        (late.Status, _server.Effects).ShouldBe((HttpStatusCode.Created, 2));
    }

    [Fact]
    public async Task A_disconnected_client_gets_its_response_on_retry()
    {
        using var gone = new CancellationTokenSource();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/slow") { Content = new StringContent("{}"), Headers = { { "Idempotency-Key", "k1" } } };
        var first = _server.Client.SendAsync(request, gone.Token);
        await _server.Waiting.Task.Within("the first request");
        await gone.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(first);

        _server.Gate.SetResult();
        Answer again = null!;
        await Waiting.UntilAsync("the answer", async () => (again = await _server.SendAsync("/slow")).Status != HttpStatusCode.Conflict);
        (again.Body, again.IsReplayed).ShouldBe(("effect 1", true));
    }

    [Fact]
    public async Task Fifty_parallel_requests_have_one_effect()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => _server.SendAsync("/things")));

        _server.Effects.ShouldBe(1);
        answers.Select(a => a.Status).Distinct().Except([HttpStatusCode.Created, HttpStatusCode.Conflict]).ShouldBeEmpty();
        answers.Where(a => a.Status == HttpStatusCode.Created).Select(a => a.Result).Distinct().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Control_without_the_store_every_request_has_an_effect()
    {
        await using var other = await TestDatabase.CreateAsync("sqlite");
        await using var forgetful = await IdempotentServer.StartAsync(other, also: services => services.AddSingleton<IIdempotency, NothingKept>());

        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => forgetful.SendAsync("/things")));

        forgetful.Effects.ShouldBe(50);
    }

    // Grain-call timeouts follow the test clock, so it moves in small steps with pauses.
    private async Task PassAsync(TimeSpan time)
    {
        for (var step = TimeSpan.FromMinutes(5); time > TimeSpan.Zero; time -= step)
        {
            _clock.Advance(time < step ? time : step);
            await Task.Yield();
        }
    }
}
