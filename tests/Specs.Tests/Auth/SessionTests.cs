using Actors.Specs.Tests.EventsPlatform;

namespace Actors.Specs.Tests.Auth;

[Collection(AuthGroup.Name)]
public sealed class SessionTests(AuthSilo silo)
{
    private const string Agent = "Tester/1.0 (here)";

    [Theory]
    [InlineData("auth", "/auth/sessions")]
    [InlineData("gateway", "/auth/sessions")]
    [InlineData("combined", "/auth/sessions/")]
    public async Task An_account_sees_its_sessions_and_the_current_one(string listener, string path)
    {
        var (email, one) = await silo.Auth.NewPersonAsync();
        var two = await silo.Auth.AskAsync(HttpMethod.Post, "/auth/login", Asking.Credentials(email).ToJsonString(), headers: ("User-Agent", Agent));
        await silo.Auth.NewPersonAsync();
        var listed = await silo.Of(listener).ReadAsync(path, one.AccessToken);
        listed.Status.ShouldBe(200);
        listed.Headers["Cache-Control"].ShouldBe("no-store");
        var sessions = listed.Body!.AsArray();
        sessions.Select(s => s.Text("id")).ShouldBe([Sid(two), Sid(one)]);
        sessions.Select(s => s!["current"]!.GetValue<bool>()).ShouldBe([false, true]);
        sessions[0].Text("user_agent").ShouldBe(Agent);
        sessions[0].Text("network").ShouldBe("127.0.0.0/24");
        sessions[0].Names().ShouldBe(["id", "created_at", "last_used_at", "expires_at", "network", "user_agent", "current"], ignoreOrder: true);
    }

    [Fact]
    public async Task Another_own_session_ends_at_once()
    {
        var (email, here) = await silo.Auth.NewPersonAsync();
        var there = await silo.Auth.LoginAsync(email);
        var ended = await EndAsync(Sid(there), here);
        (ended.Status, ended.Text).ShouldBe((204, ""));
        ended.SetCookie.ShouldBeNull();
        (await silo.Gateway.PingAsync(there.AccessToken)).ShouldBe(401);
        (await silo.Auth.PostAsync("/auth/refresh", cookie: there.RefreshToken)).Status.ShouldBe(401);
        (await silo.Gateway.PingAsync(here.AccessToken)).ShouldBe(200);
        (await EndAsync(Sid(there), here)).Status.ShouldBe(404);
    }

    [Fact]
    public async Task Ending_the_current_session_deletes_its_cookie()
    {
        var (_, here) = await silo.Auth.NewPersonAsync();
        (await EndAsync(Sid(here), here)).SetCookie!.ShouldContain("path=/auth/refresh");
        (await silo.Gateway.PingAsync(here.AccessToken)).ShouldBe(401);
    }

    [Fact]
    public async Task A_session_of_another_account_is_404()
    {
        var (_, mine) = await silo.Auth.NewPersonAsync();
        var (_, theirs) = await silo.Auth.NewPersonAsync();
        var foreign = await EndAsync(Sid(theirs), mine);
        var unknown = await EndAsync(Guid.NewGuid().ToString(), mine);
        foreign.Status.ShouldBe(404);
        foreign.Text.ShouldBe("""{"detail":"Session not found"}""");
        foreign.Fingerprint.ShouldBe(unknown.Fingerprint);
        (await silo.Gateway.PingAsync(theirs.AccessToken)).ShouldBe(200);
    }

    [Fact]
    public async Task An_invalid_uuid_is_named()
    {
        var (_, mine) = await silo.Auth.NewPersonAsync();
        var refused = await EndAsync("first", mine);
        refused.Status.ShouldBe(422);
        refused.Body.ShouldBeJson("""{"detail":[{"loc":["path","id"],"msg":"Input should be a valid UUID","type":"uuid_parsing"}]}""");
    }

    [Theory]
    [InlineData("GET", "/auth/sessions")]
    [InlineData("DELETE", "/auth/sessions/11111111-1111-4111-8111-111111111111")]
    public async Task Without_a_token_it_is_401(string method, string path) =>
        (await silo.Auth.AskAsync(new HttpMethod(method), path)).Status.ShouldBe(401);

    private static string Sid(Reply login) => Jwt.Claims(login.AccessToken)["sid"]!.ToString();

    private Task<Reply> EndAsync(string session, Reply caller) =>
        silo.Auth.AskAsync(HttpMethod.Delete, $"/auth/sessions/{session}", bearer: caller.AccessToken);
}
