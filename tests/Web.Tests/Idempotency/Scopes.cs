using System.Net;
using Actors.Persistence.Tests.Kit;

namespace Actors.Web.Tests.Idempotency;

/// <summary>What a key belongs to, and what a key and a body may be.</summary>
public sealed class Scopes : IAsyncLifetime
{
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

    [Theory]
    [InlineData("/THINGS")]
    [InlineData("/things/")]
    [InlineData("/./things")]
    [InlineData("/%74hings")]
    public async Task However_a_path_is_spelled_the_route_is_one(string spelling)
    {
        await server.SendAsync("/things");

        (await server.SendAsync(spelling)).IsReplayed.ShouldBeTrue();
        server.Effects.ShouldBe(1);
    }

    [Fact]
    public async Task Methods_routes_values_and_accounts_are_apart()
    {
        var (anna, boris) = (Guid.NewGuid(), Guid.NewGuid());
        await server.SendAsync("/things");
        await server.SendAsync("/things", account: anna);
        await server.SendAsync("/things", account: boris);
        await server.SendAsync("/things/1", method: HttpMethod.Delete);
        await server.SendAsync("/things/2", method: HttpMethod.Delete);
        await server.SendAsync("/echo");
        server.Effects.ShouldBe(6);

        (await server.SendAsync("/things", account: anna)).Body.ShouldContain("\"number\":2");
        server.Effects.ShouldBe(6);
    }

    [Fact]
    public async Task A_UUID_in_the_path_is_the_same_however_written()
    {
        var id = Guid.NewGuid();
        await server.SendAsync($"/things/{id}", method: HttpMethod.Delete);

        (await server.SendAsync($"/things/{id.ToString().ToUpperInvariant()}", method: HttpMethod.Delete)).IsReplayed.ShouldBeTrue();
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("two words")]
    [InlineData("tab\tkey")]
    public async Task What_is_no_key_is_refused(string key)
    {
        (await server.SendAsync("/things", key)).Status.ShouldBe(HttpStatusCode.BadRequest);
        server.Effects.ShouldBe(0);
    }

    [Theory]
    [InlineData(255, HttpStatusCode.Created)]
    [InlineData(256, HttpStatusCode.BadRequest)]
    public async Task A_key_has_at_most_255_characters(int length, HttpStatusCode status) =>
        (await server.SendAsync("/things", new string('~', length))).Status.ShouldBe(status);

    [Fact]
    public async Task Two_keys_in_one_request_are_refused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/things") { Headers = { { "Idempotency-Key", ["a", "b"] } } };
        using var answer = await server.Client.SendAsync(request);
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task The_route_reads_the_body_as_it_came()
    {
        var body = new string('я', 100_000);
        (await server.SendAsync("/echo", body: body)).Body.ShouldBe("1" + body);
        (await server.SendAsync("/json", "k2", """{"a":[1,2]}""")).Body.ShouldBe("""{"a":[1,2]}""");
    }

    [Fact]
    public async Task A_body_beyond_the_limit_is_refused()
    {
        (await server.SendAsync("/echo", body: new string('x', 4 * 1024 * 1024))).Status.ShouldBe(HttpStatusCode.OK);
        (await server.SendAsync("/echo", "k2", body: new string('x', (4 * 1024 * 1024) + 1))).Status.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
    }

    [Fact]
    public async Task An_answer_too_long_to_be_kept_says_so()
    {
        (await server.SendAsync("/long/1048575")).Headers["Idempotency-Stored"].ShouldBeEmpty();
        (await server.SendAsync("/long/1048575")).IsReplayed.ShouldBeTrue();

        var tooLong = await server.SendAsync("/long/1048576");
        (tooLong.Headers["Idempotency-Stored"].Single(), tooLong.Body.Length).ShouldBe(("false", 1_048_577));
        (await server.SendAsync("/long/1048576")).IsReplayed.ShouldBeFalse();
    }
}
