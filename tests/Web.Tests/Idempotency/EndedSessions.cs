using System.Net;
using Actors.Persistence.Tests.Kit;

namespace Actors.Web.Tests.Idempotency;

/// <summary>R6 for requests that end their own session: a retry has no session.</summary>
public sealed class EndedSessions : IAsyncLifetime
{
    private readonly Guid _anna = Guid.NewGuid();
    private readonly Guid _session = Guid.NewGuid();
    private TestDatabase _database = null!;
    private IdempotentServer _server = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync("sqlite");
        _server = await IdempotentServer.StartAsync(_database);
    }

    public async Task DisposeAsync()
    {
        await _server.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task A_request_that_ended_its_session_can_be_replayed()
    {
        var first = await _server.LeaveAsync(_anna, _session, isFormer: false);
        var again = await _server.LeaveAsync(_anna, _session, isFormer: true);

        (first.Body, again.Result, again.IsReplayed, _server.Effects).ShouldBe(("left 1", first.Result, true, 1));
    }

    [Fact]
    public async Task An_ended_session_executes_nothing()
    {
        foreach (var key in new[] { "k1", "k1", null })
        {
            var refused = await _server.LeaveAsync(_anna, _session, isFormer: true, key);
            (refused.Status, refused.Headers["WWW-Authenticate"].Single()).ShouldBe((HttpStatusCode.Unauthorized, "Bearer"));
        }

        _server.Effects.ShouldBe(0);
        (await _server.LeaveAsync(_anna, _session, isFormer: false)).Body.ShouldBe("left 1", "asking did not take the key");
    }

    [Fact]
    public async Task Other_accounts_and_sessions_do_not_get_the_response()
    {
        await _server.LeaveAsync(_anna, _session, isFormer: false);

        (await _server.LeaveAsync(Guid.NewGuid(), _session, isFormer: true)).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await _server.LeaveAsync(_anna, Guid.NewGuid(), isFormer: true)).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await _server.LeaveAsync(_anna, Guid.NewGuid(), isFormer: false)).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        _server.Effects.ShouldBe(1);
    }
}
