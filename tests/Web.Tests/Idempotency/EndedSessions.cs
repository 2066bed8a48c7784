using System.Net;
using Actors.Persistence.Tests.Kit;

namespace Actors.Web.Tests.Idempotency;

/// <summary>R6 for requests that end the session that asks: whoever repeats one has no session any more.</summary>
public sealed class EndedSessions : IAsyncLifetime
{
    private readonly Guid anna = Guid.NewGuid();
    private readonly Guid session = Guid.NewGuid();
    private TestDatabase database = null!;
    private IdempotentServer server = null!;

    public async Task InitializeAsync()
    {
        database = await TestDatabase.CreateAsync("sqlite");
        server = await IdempotentServer.StartAsync(database);
    }

    public async Task DisposeAsync()
    {
        await server.DisposeAsync();
        await database.DisposeAsync();
    }

    [Fact]
    public async Task The_kept_answer_is_given_to_the_session_that_it_ended()
    {
        var first = await server.LeaveAsync(anna, session, isFormer: false);
        var again = await server.LeaveAsync(anna, session, isFormer: true);

        (first.Body, again.Result, again.IsReplayed, server.Effects).ShouldBe(("left 1", first.Result, true, 1));
    }

    [Fact]
    public async Task Nothing_is_carried_out_for_a_session_that_is_over()
    {
        foreach (var key in new[] { "k1", "k1", null })
        {
            var refused = await server.LeaveAsync(anna, session, isFormer: true, key);
            (refused.Status, refused.Headers["WWW-Authenticate"].Single()).ShouldBe((HttpStatusCode.Unauthorized, "Bearer"));
        }

        server.Effects.ShouldBe(0);
        (await server.LeaveAsync(anna, session, isFormer: false)).Body.ShouldBe("left 1", "asking did not take the key");
    }

    [Fact]
    public async Task Another_account_and_another_session_do_not_get_the_answer()
    {
        await server.LeaveAsync(anna, session, isFormer: false);

        (await server.LeaveAsync(Guid.NewGuid(), session, isFormer: true)).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await server.LeaveAsync(anna, Guid.NewGuid(), isFormer: true)).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await server.LeaveAsync(anna, Guid.NewGuid(), isFormer: false)).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        server.Effects.ShouldBe(1);
    }
}
