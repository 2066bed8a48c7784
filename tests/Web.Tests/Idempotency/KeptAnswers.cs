using System.Net;
using Actors.Persistence;
using Actors.Persistence.Tests.Kit;
using Actors.Persistence.Writing;
using Actors.TestKit;
using Actors.Web.Idempotency;
using Microsoft.Extensions.DependencyInjection;

namespace Actors.Web.Tests.Idempotency;

/// <summary>The lifetime of stored responses and keys.</summary>
public sealed class KeptAnswers
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_stored_response_survives_a_restart(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        Answer first;
        await using (var server = await IdempotentServer.StartAsync(database)) first = await server.SendAsync("/things");
        await using var next = await IdempotentServer.StartAsync(database);

        var again = await next.SendAsync("/things");
        (again.Result, again.IsReplayed, next.Effects).ShouldBe((first.Result, true, 0));
        (await next.SendAsync("/things", body: "other")).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task A_crash_frees_the_key_of_a_running_request()
    {
        await using var database = await TestDatabase.CreateAsync("sqlite");
        await using (var server = await IdempotentServer.StartAsync(database))
        {
            await server.Services.GetRequiredService<IIdempotency>().BeginAsync("key", "print", Guid.NewGuid());
            (await BeginAsync(server)).ShouldBe(IdempotencyOutcome.InFlight);
        }

        await using var next = await IdempotentServer.StartAsync(database);
        (await BeginAsync(next)).ShouldBe(IdempotencyOutcome.Run);
    }

    [Fact]
    public async Task A_response_is_durable_before_it_is_sent()
    {
        await using var database = await TestDatabase.CreateAsync("sqlite");
        var engine = new GateEngine(database.OpenEngine());
        engine.Open();
        await using var server = await IdempotentServer.StartAsync(database, also: services => services.AddSingleton<IEngine>(engine));
        await server.SendAsync("/things", "warm");
        engine.Close();

        var answer = server.SendAsync("/things");
        await Waiting.UntilAsync("the effect", () => Task.FromResult(server.Effects == 2));
        (await Task.WhenAny(answer, Task.Delay(TimeSpan.FromMilliseconds(300), TimeProvider.System))).ShouldNotBe(answer);

        engine.Open();
        (await answer.Within("the answer")).Status.ShouldBe(HttpStatusCode.Created);
        (await server.SendAsync("/things")).IsReplayed.ShouldBeTrue();
    }

    [Fact]
    public async Task A_response_that_cannot_be_stored_is_sent()
    {
        await using var database = await TestDatabase.CreateAsync("sqlite");
        var engine = new GateEngine(database.OpenEngine());
        engine.Open();
        await using var server = await IdempotentServer.StartAsync(database, also: services => services.AddSingleton<IEngine>(engine));
        await server.SendAsync("/things", "warm");

        engine.Fault = new StoreUnavailableException();
        (await server.SendAsync("/things")).Status.ShouldBe(HttpStatusCode.Created);
        engine.Fault = null;
        (await server.SendAsync("/things")).IsReplayed.ShouldBeFalse();
        server.Effects.ShouldBe(3);
    }

    [Fact]
    public async Task A_response_stored_without_confirmation_is_replayed()
    {
        await using var database = await TestDatabase.CreateAsync("sqlite");
        var engine = new GateEngine(database.OpenEngine());
        engine.Open();
        await using var server = await IdempotentServer.StartAsync(database, also: services => services.AddSingleton<IEngine>(engine));

        engine.LostAnswer = new StoreUnavailableException();
        var first = await server.SendAsync("/things");
        engine.LostAnswer = null;
        var again = await server.SendAsync("/things");
        (again.Result, again.IsReplayed, server.Effects).ShouldBe((first.Result, true, 1));
    }

    [Fact]
    public async Task A_new_activation_stores_the_response_of_a_running_request()
    {
        await using var database = await TestDatabase.CreateAsync("sqlite");
        var run = Guid.NewGuid();
        await using (var server = await IdempotentServer.StartAsync(database))
            await server.Services.GetRequiredService<IIdempotency>().BeginAsync("key", "print", run);

        await using var next = await IdempotentServer.StartAsync(database);
        (await CompleteAsync(next, run)).ShouldBeTrue();
        (await BeginAsync(next)).ShouldBe(IdempotencyOutcome.Replay);
    }

    [Fact]
    public async Task A_key_taken_by_another_request_ignores_the_first_response()
    {
        await using var database = await TestDatabase.CreateAsync("sqlite");
        var clock = new ManualTimeProvider();
        await using var server = await IdempotentServer.StartAsync(database, clock);
        var (first, second) = (Guid.NewGuid(), Guid.NewGuid());
        (await BeginAsync(server, first)).ShouldBe(IdempotencyOutcome.Run);
        clock.Advance(IdempotencyGrain.Lease);
        (await BeginAsync(server, second)).ShouldBe(IdempotencyOutcome.Run);

        (await CompleteAsync(server, first)).ShouldBeFalse();
        (await BeginAsync(server)).ShouldBe(IdempotencyOutcome.InFlight);
        (await CompleteAsync(server, second)).ShouldBeTrue();
        (await CompleteAsync(server, first)).ShouldBeFalse("the second's answer stays");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Only_expired_responses_are_deleted(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var server = await IdempotentServer.StartAsync(database);
        var (rows, now) = (server.Services.GetRequiredService<IdempotencyRows>(), new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero));
        for (var number = 0; number < 2500; number++)
            await rows.WriteAsync(Row($"k{number}", now.AddSeconds(number - 2400)));

        (await rows.SweepAsync(now, default)).ShouldBe(2401);
        var left = await server.Services.GetRequiredService<IDatabase>().QueryAsync<long>("SELECT expires_at FROM idempotency_answers");
        left.Count.ShouldBe(99);
        left.ShouldAllBe(at => at > now.ToUnixTimeMilliseconds());
    }

    [Fact]
    public async Task Expired_responses_are_deleted_at_start_and_every_hour()
    {
        await using var database = await TestDatabase.CreateAsync("sqlite");
        var clock = new ManualTimeProvider();
        await using (var earlier = await IdempotentServer.StartAsync(database, clock))
            await earlier.Services.GetRequiredService<IdempotencyRows>().WriteAsync(Row("old", clock.GetUtcNow().AddMinutes(1)));
        clock.Advance(TimeSpan.FromMinutes(2));
        await using var server = await IdempotentServer.StartAsync(database, clock);
        await Waiting.UntilAsync("the sweep at the start", async () => await CountAsync(server) == 0);

        await server.SendAsync("/things");
        await Waiting.UntilAsync("the sweep a day later", async () =>
        {
            clock.Advance(TimeSpan.FromMinutes(5));
            return await CountAsync(server) == 0;
        });
    }

    [Fact]
    public async Task Random_keys_leave_no_activations()
    {
        await using var database = await TestDatabase.CreateAsync("sqlite");
        var clock = new ManualTimeProvider();
        await using var server = await IdempotentServer.StartAsync(database, clock);
        using var activations = new ActivationCount(server.Services);

        for (var number = 0; number < 500; number++)
            await server.SendAsync(number % 2 == 0 ? "/things" : "/status/500", $"key {number}".Replace(' ', '-'));
        activations.Created.ShouldBeGreaterThanOrEqualTo(500);

        await Waiting.UntilAsync("the keys to leave", () =>
        {
            clock.Advance(IdempotencyGrain.IdleTime);
            return Task.FromResult(activations.Alive <= activations.Created - 500);
        });
        (await server.SendAsync("/things", "key-0")).IsReplayed.ShouldBeTrue();
    }

    [Fact]
    public async Task The_lease_of_a_lost_silo_expires()
    {
        await using var database = await TestDatabase.CreateAsync("sqlite");
        var clock = new ManualTimeProvider();
        await using var server = await IdempotentServer.StartAsync(database, clock);
        (await BeginAsync(server)).ShouldBe(IdempotencyOutcome.Run);
        clock.Advance(IdempotencyGrain.Lease - TimeSpan.FromSeconds(1));
        (await BeginAsync(server)).ShouldBe(IdempotencyOutcome.InFlight);

        clock.Advance(TimeSpan.FromSeconds(1));
        (await BeginAsync(server)).ShouldBe(IdempotencyOutcome.Run);
    }

    [Fact]
    public async Task A_long_request_renews_its_lease()
    {
        await using var database = await TestDatabase.CreateAsync("sqlite");
        var clock = new ManualTimeProvider();
        await using var server = await IdempotentServer.StartAsync(database, clock);
        var first = server.SendAsync("/slow");
        await server.Waiting.Task.Within("the first request");
        for (var minute = 0; minute < 15; minute++)
        {
            clock.Advance(IdempotencyGrain.Renewal);
            (await server.SendAsync("/slow")).Status.ShouldBe(HttpStatusCode.Conflict);
        }

        server.Gate.SetResult();
        (await first).Body.ShouldBe("effect 1");
    }

    [Fact]
    public async Task The_table_reveals_neither_body_nor_key()
    {
        await using var database = await TestDatabase.CreateAsync("sqlite");
        await using var server = await IdempotentServer.StartAsync(database);
        const string body = """{"password":"hunter2"}""";
        await server.SendAsync("/things", "key-1", body);
        await server.SendAsync("/things", "key-2", body);

        var rows = await server.Services.GetRequiredService<IDatabase>().QueryAsync<IdempotencyRow>("SELECT * FROM idempotency_answers");
        rows.Select(row => row.Fingerprint).Distinct().Count().ShouldBe(2, "the same body leaves different marks");
        rows.ShouldAllBe(row => !row.ToString().Contains("hunter2") && !row.ToString().Contains("key-"));
    }

    private static async Task<IdempotencyOutcome> BeginAsync(IdempotentServer server, Guid? run = null) =>
        (await server.Services.GetRequiredService<IIdempotency>().BeginAsync("key", "print", run ?? Guid.NewGuid())).Outcome;

    private static Task<bool> CompleteAsync(IdempotentServer server, Guid run) =>
        server.Services.GetRequiredService<IIdempotency>().CompleteAsync("key", run, "print", new StoredAnswer(200, null, [], []));

    private static async Task<long> CountAsync(IdempotentServer server) =>
        (await server.Services.GetRequiredService<IDatabase>().QueryAsync<long>("SELECT COUNT(*) FROM idempotency_answers")).Single();

    private static IdempotencyRow Row(string key, DateTimeOffset expires) => IdempotencyRow.Of(key, "print", new StoredAnswer(200, null, [], []), expires);
}
