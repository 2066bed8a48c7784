using Actors.Specs.Tests.EventsPlatform;

namespace Actors.Specs.Tests.Auth;

[Collection(AuthGroup.Name)]
public sealed class RegisterTests(AuthSilo silo)
{
    [Theory]
    [InlineData("auth", "/auth/register")]
    [InlineData("auth", "/auth/register/")]
    public async Task The_auth_service_answers_id_and_email(string listener, string path)
    {
        var email = Asking.NewEmail();
        var made = await silo.Of(listener).PostAsync(path, Asking.Credentials(email));
        made.Status.ShouldBe(201);
        made.Body.Names().ShouldBe(["id", "email"]);
        Guid.TryParseExact(made.Body.Text("id"), "D", out _).ShouldBeTrue();
        made.Body.Text("email").ShouldBe(email);
        made.SetCookie.ShouldBeNull();
    }

    [Fact]
    public async Task The_combined_listener_answers_all_members()
    {
        var email = Asking.NewEmail();
        var made = await silo.All.PostAsync("/auth/register", Asking.Credentials(email));
        made.Status.ShouldBe(201);
        made.Body.Names().ShouldBe(["id", "email", "message"]);
        (made.Body.Text("email"), made.Body.Text("message")).ShouldBe((email, "Succes"));
    }

    [Fact]
    public async Task The_id_is_the_sub_of_the_tokens()
    {
        var email = Asking.NewEmail();
        var made = await silo.Auth.PostAsync("/auth/register", Asking.Credentials(email));
        var login = await silo.Auth.LoginAsync(email);
        var pong = await silo.Gateway.ReadAsync("/me/ping", login.AccessToken);
        pong.Body.ShouldBeJson($$"""{"message":"pong","user_id":"{{made.Body.Text("id")}}"}""");
    }

    [Theory]
    [InlineData("auth")]
    [InlineData("gateway")]
    [InlineData("combined")]
    public async Task A_known_address_is_400_on_every_route(string listener)
    {
        var email = await silo.Auth.RegisterAsync();
        foreach (var spelling in new[] { email, email.ToUpperInvariant(), $" {email} " })
        {
            var again = await silo.Of(listener).PostAsync("/auth/register", Asking.Credentials(spelling, "another password"));
            again.Status.ShouldBe(400, spelling);
            again.Text.ShouldBe("""{"detail":"Email already registered"}""");
        }

        (await silo.Auth.LoginAsync(email)).Status.ShouldBe(200);
    }

    [Fact]
    public async Task One_of_twenty_concurrent_registrations_succeeds()
    {
        var email = Asking.NewEmail();
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(n => silo.Auth.PostAsync("/auth/register", Asking.Credentials(email, $"password {n}"))));
        answers.Count(a => a.Status == 201).ShouldBe(1);
        answers.Count(a => a.Status == 400).ShouldBe(19);
        var winner = Array.FindIndex(answers, a => a.Status == 201);
        (await silo.Auth.LoginAsync(email, $"password {winner}")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Additional_members_of_the_body_are_ignored()
    {
        var email = Asking.NewEmail();
        var body = Asking.Credentials(email);
        (body["id"], body["roles"], body["role_id"], body["is_admin"]) = ("00000000-0000-4000-8000-000000000001", "admin", 1, true);
        var made = await silo.Auth.PostAsync("/auth/register", body);
        made.Status.ShouldBe(201);
        made.Body.Text("id").ShouldNotBe("00000000-0000-4000-8000-000000000001");
    }
}
