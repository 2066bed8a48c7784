using Actors.Specs.Tests.EventsPlatform;

namespace Actors.Specs.Tests.Auth;

/// <summary><c>Idempotency-Key</c> on the routes that issue no token.</summary>
[Collection(AuthGroup.Name)]
public sealed class RepeatedRequestTests(AuthSilo silo)
{
    [Fact]
    public async Task A_repeated_registration_gets_the_first_answer()
    {
        var (email, key) = (Asking.NewEmail(), Guid.NewGuid().ToString());
        var first = await RegisterAsync(email, key);
        var again = await RegisterAsync(email, key);
        (first.Status, again.Status, again.Text).ShouldBe((201, 201, first.Text));
        again.Headers["Idempotent-Replayed"].ShouldBe("true");
        (await RegisterAsync(Asking.NewEmail(), key)).Status.ShouldBe(422);
    }

    [Fact]
    public async Task Control_Without_a_key_it_is_refused()
    {
        var email = Asking.NewEmail();
        (await RegisterAsync(email, Guid.NewGuid().ToString())).Status.ShouldBe(201);
        (await RegisterAsync(email, Guid.NewGuid().ToString())).Status.ShouldBe(400);
    }

    [Fact]
    public async Task Ending_a_session_can_be_repeated()
    {
        var (email, here) = await silo.Auth.NewPersonAsync();
        var there = Jwt.Claims((await silo.Auth.LoginAsync(email)).AccessToken).Text("sid");
        var key = Guid.NewGuid().ToString();
        for (var n = 0; n < 2; n++)
            (await silo.Auth.AskAsync(HttpMethod.Delete, $"/auth/sessions/{there}", bearer: here.AccessToken, headers: ("Idempotency-Key", key))).Status.ShouldBe(204);
        (await silo.Auth.AskAsync(HttpMethod.Delete, $"/auth/sessions/{there}", bearer: here.AccessToken)).Status.ShouldBe(404);
    }

    [Fact]
    public async Task A_repeated_sign_out_gets_the_first_answer()
    {
        var (email, login) = await silo.Auth.NewPersonAsync();
        var (token, other, key) = (login.AccessToken, (await silo.Auth.LoginAsync(email)).AccessToken, Guid.NewGuid().ToString());
        var first = await SignOutAsync(token, key);
        var again = await SignOutAsync(token, key);
        (first.Status, again.Status, again.Text).ShouldBe((200, 200, first.Text));
        again.Headers["Idempotent-Replayed"].ShouldBe("true");

        (await silo.Gateway.PingAsync(token)).ShouldBe(401);
        (await SignOutAsync(token, Guid.NewGuid().ToString())).Status.ShouldBe(401);
        (await silo.Auth.PostAsync("/auth/logout", bearer: token)).Status.ShouldBe(401);
        (await SignOutAsync(token[..^1] + (token[^1] == 'A' ? 'Q' : 'A'), key)).Status.ShouldBe(401);
        (await SignOutAsync(other, key)).Status.ShouldBe(422, "this session goes on, and must not be told otherwise");
        (await silo.Gateway.PingAsync(other)).ShouldBe(200);
    }

    [Theory]
    [InlineData("/auth/login")]
    [InlineData("/auth/change-password")]
    public async Task Answers_with_tokens_are_never_stored(string path)
    {
        var key = Guid.NewGuid().ToString();
        var body = Asking.Credentials(await silo.Auth.RegisterAsync());
        body["newPassword"] = Asking.Password;
        var one = await silo.Auth.AskAsync(HttpMethod.Post, path, body.ToJsonString(), headers: ("Idempotency-Key", key));
        var two = await silo.Auth.AskAsync(HttpMethod.Post, path, body.ToJsonString(), headers: ("Idempotency-Key", key));
        (one.Status, two.Status).ShouldBe((200, 200));
        two.AccessToken.ShouldNotBe(one.AccessToken);
        two.Headers.ContainsKey("Idempotent-Replayed").ShouldBeFalse();
    }

    private Task<Reply> SignOutAsync(string token, string key) =>
        silo.Auth.AskAsync(HttpMethod.Post, "/auth/logout", bearer: token, headers: ("Idempotency-Key", key));

    private Task<Reply> RegisterAsync(string email, string key) =>
        silo.Auth.AskAsync(HttpMethod.Post, "/auth/register", Asking.Credentials(email).ToJsonString(), headers: ("Idempotency-Key", key));
}
