using System.Text.Json.Nodes;
using Actors.Specs.Tests.Auth;
using Actors.Specs.Tests.EventsPlatform;

namespace Actors.Specs.Tests.EventsFace;

[Collection(AuthGroup.Name)]
public sealed class FaceLoginTests(AuthSilo silo)
{
    private const string Login = "/api/auth/login";
    private const string Wrong = """{"error":"Invalid username or password"}""";

    [Theory]
    [InlineData(Login)]
    [InlineData(Login + "/")]
    public async Task It_answers_both_tokens(string path)
    {
        var (name, _, _) = await silo.NewPersonAsync();
        var login = await silo.All.PostAsync(path, Face.Credentials(name.ToUpperInvariant()));
        login.Status.ShouldBe(200);
        login.Body.Names().ShouldBe(["access_token", "refresh_token"]);
        login.Headers["Cache-Control"].ShouldBe("no-store");
        login.SetCookie.ShouldBeNull();
        (await silo.All.PingAsync(login.AccessToken)).ShouldBe(200);
    }

    [Fact]
    public async Task Wrong_credentials_are_401_in_the_documented_words()
    {
        var (name, _, _) = await silo.NewPersonAsync();
        var wrong = await silo.All.PostAsync(Login, Face.Credentials(name, "wrong"));
        wrong.Status.ShouldBe(401);
        wrong.Text.ShouldBe(Wrong);
        wrong.Headers["WWW-Authenticate"].ShouldBe("Bearer");
    }

    [Fact]
    public async Task An_unknown_name_cannot_be_told_from_a_wrong_password()
    {
        var (name, _, _) = await silo.NewPersonAsync();
        var wrong = await silo.All.PostAsync(Login, Face.Credentials(name, "wrong"));
        foreach (var nobody in new[] { Face.NewName(), Asking.NewEmail(), "@", "a b c" })
            (await silo.All.PostAsync(Login, Face.Credentials(nobody))).Fingerprint.ShouldBe(wrong.Fingerprint, nobody);
    }

    [Theory]
    [InlineData("""{"password":"p"}""", """{"username":["This field is required."]}""")]
    [InlineData("""{"email":"a@example.com"}""", """{"password":["This field is required."]}""")]
    [InlineData("""{"username":5,"password":true}""", """{"username":["Not a valid string."],"password":["Not a valid string."]}""")]
    public async Task A_faulty_field_is_400_under_its_name(string body, string expected)
    {
        var refused = await silo.All.AskAsync(HttpMethod.Post, Login, body);
        refused.Status.ShouldBe(400);
        refused.Body.ShouldBeJson(expected);
    }

    [Fact]
    public async Task Username_wins_over_its_synonym()
    {
        var (name, _, _) = await silo.NewPersonAsync();
        var both = new JsonObject { ["username"] = name, ["email"] = Asking.NewEmail(), ["password"] = Asking.Password };
        (await silo.All.PostAsync(Login, both)).Status.ShouldBe(200);
    }
}
