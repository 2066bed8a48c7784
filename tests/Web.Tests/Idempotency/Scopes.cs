using System.Net;
using Actors.Persistence.Tests.Kit;

namespace Actors.Web.Tests.Idempotency;

/// <summary>The scope of a key, and the limits of keys and bodies.</summary>
public sealed class Scopes : IAsyncLifetime
{
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

    [Theory]
    [InlineData("/THINGS")]
    [InlineData("/things/")]
    [InlineData("/./things")]
    [InlineData("/%74hings")]
    public async Task All_spellings_of_a_path_share_the_scope(string spelling)
    {
        await _server.SendAsync("/things");

        (await _server.SendAsync(spelling)).IsReplayed.ShouldBeTrue();
        _server.Effects.ShouldBe(1);
    }

    [Fact]
    public async Task Methods_routes_values_and_accounts_have_separate_scopes()
    {
        var (anna, boris) = (Guid.NewGuid(), Guid.NewGuid());
        await _server.SendAsync("/things");
        await _server.SendAsync("/things", account: anna);
        await _server.SendAsync("/things", account: boris);
        await _server.SendAsync("/things/1", method: HttpMethod.Delete);
        await _server.SendAsync("/things/2", method: HttpMethod.Delete);
        await _server.SendAsync("/echo");
        _server.Effects.ShouldBe(6);

        (await _server.SendAsync("/things", account: anna)).Body.ShouldContain("\"number\":2");
        _server.Effects.ShouldBe(6);
    }

    [Fact]
    public async Task All_spellings_of_a_UUID_share_the_scope()
    {
        var id = Guid.NewGuid();
        await _server.SendAsync($"/things/{id}", method: HttpMethod.Delete);

        (await _server.SendAsync($"/things/{id.ToString().ToUpperInvariant()}", method: HttpMethod.Delete)).IsReplayed.ShouldBeTrue();
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("two words")]
    [InlineData("tab\tkey")]
    public async Task An_invalid_key_is_refused(string key)
    {
        (await _server.SendAsync("/things", key)).Status.ShouldBe(HttpStatusCode.BadRequest);
        _server.Effects.ShouldBe(0);
    }

    [Theory]
    [InlineData(255, HttpStatusCode.Created)]
    [InlineData(256, HttpStatusCode.BadRequest)]
    public async Task A_key_has_at_most_255_characters(int length, HttpStatusCode status) =>
        (await _server.SendAsync("/things", new string('~', length))).Status.ShouldBe(status);

    [Fact]
    public async Task Two_keys_in_one_request_are_refused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/things") { Headers = { { "Idempotency-Key", ["a", "b"] } } };
        using var answer = await _server.Client.SendAsync(request);
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task The_route_reads_the_original_body()
    {
        var body = new string('я', 100_000);
        (await _server.SendAsync("/echo", body: body)).Body.ShouldBe("1" + body);
        (await _server.SendAsync("/json", "k2", """{"a":[1,2]}""")).Body.ShouldBe("""{"a":[1,2]}""");
    }

    [Fact]
    public async Task A_body_over_the_limit_is_refused()
    {
        (await _server.SendAsync("/echo", body: new string('x', 4 * 1024 * 1024))).Status.ShouldBe(HttpStatusCode.OK);
        (await _server.SendAsync("/echo", "k2", body: new string('x', (4 * 1024 * 1024) + 1))).Status.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
    }

    [Fact]
    public async Task A_response_too_long_to_store_is_marked()
    {
        (await _server.SendAsync("/long/1048575")).Headers["Idempotency-Stored"].ShouldBeEmpty();
        (await _server.SendAsync("/long/1048575")).IsReplayed.ShouldBeTrue();

        var tooLong = await _server.SendAsync("/long/1048576");
        (tooLong.Headers["Idempotency-Stored"].Single(), tooLong.Body.Length).ShouldBe(("false", 1_048_577));
        (await _server.SendAsync("/long/1048576")).IsReplayed.ShouldBeFalse();
    }
}
