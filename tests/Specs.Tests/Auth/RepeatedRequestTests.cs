using Actors.Specs.Tests.EventsPlatform;

namespace Actors.Specs.Tests.Auth;

/// <summary><c>Idempotency-Key</c> on the routes that issue no token.</summary>
[Collection(AuthGroup.Name)]
public sealed class RepeatedRequestTests(AuthSilo silo)
{
    [Fact]
    public async Task A_registration_sent_again_is_answered_as_the_first_time()
    {
        var (email, key) = (Asking.NewEmail(), Guid.NewGuid().ToString());
        var first = await RegisterAsync(email, key);
        var again = await RegisterAsync(email, key);
        (first.Status, again.Status, again.Text).ShouldBe((201, 201, first.Text));
        again.Headers["Idempotent-Replayed"].ShouldBe("true");
        (await RegisterAsync(Asking.NewEmail(), key)).Status.ShouldBe(422);
    }

    [Fact]
    public async Task Control_without_a_key_it_is_refused()
    {
        var email = Asking.NewEmail();
        (await RegisterAsync(email, Guid.NewGuid().ToString())).Status.ShouldBe(201);
        (await RegisterAsync(email, Guid.NewGuid().ToString())).Status.ShouldBe(400);
    }

    [Fact]
    public async Task Ending_a_session_may_be_sent_again()
    {
        var (email, here) = await silo.Auth.NewPersonAsync();
        var there = Jwt.Claims((await silo.Auth.LoginAsync(email)).AccessToken).Text("sid");
        var key = Guid.NewGuid().ToString();
        for (var n = 0; n < 2; n++)
            (await silo.Auth.AskAsync(HttpMethod.Delete, $"/auth/sessions/{there}", bearer: here.AccessToken, headers: ("Idempotency-Key", key))).Status.ShouldBe(204);
        (await silo.Auth.AskAsync(HttpMethod.Delete, $"/auth/sessions/{there}", bearer: here.AccessToken)).Status.ShouldBe(404);
    }

    [Theory]
    [InlineData("/auth/login")]
    [InlineData("/auth/change-password")]
    public async Task Answers_with_tokens_are_never_kept(string path)
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

    private Task<Reply> RegisterAsync(string email, string key) =>
        silo.Auth.AskAsync(HttpMethod.Post, "/auth/register", Asking.Credentials(email).ToJsonString(), headers: ("Idempotency-Key", key));
}
