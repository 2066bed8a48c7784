using System.Text.Json.Nodes;
using Actors.Specs.Tests.Auth;
using Actors.Specs.Tests.EventsPlatform;

namespace Actors.Specs.Tests.EventsFace;

[Collection(AuthGroup.Name)]
public sealed class FaceRegisterTests(AuthSilo silo)
{
    private const string Register = "/api/auth/register";

    [Theory]
    [InlineData(Register)]
    [InlineData(Register + "/")]
    public async Task A_registration_returns_a_message_and_valid_tokens(string path)
    {
        var made = await silo.All.PostAsync(path, Face.Credentials(Face.NewName()));
        made.Status.ShouldBe(201);
        made.Body.Names().ShouldBe(["message", "access_token", "refresh_token"]);
        made.Headers["Cache-Control"].ShouldBe("no-store");
        made.SetCookie.ShouldBeNull();
        (await silo.All.PingAsync(made.AccessToken)).ShouldBe(200);
    }

    [Fact]
    public async Task A_taken_name_is_400_in_every_spelling()
    {
        var (name, _, _) = await silo.NewPersonAsync();
        foreach (var spelling in new[] { name, name.ToUpperInvariant(), $" {name} " })
        {
            var again = await silo.All.PostAsync(Register, Face.Credentials(spelling));
            again.Status.ShouldBe(400);
            again.Text.ShouldBe("""{"error":["A user with that username already exists."]}""");
        }
    }

    [Theory]
    [InlineData("email")]
    [InlineData("username")]
    public async Task An_address_is_one_account_on_all_services(string field)
    {
        var email = Asking.NewEmail();
        var made = await silo.All.PostAsync(Register, new JsonObject { [field] = email, ["password"] = Asking.Password });
        made.Status.ShouldBe(201);
        (await silo.Auth.PostAsync("/auth/register", Asking.Credentials(email))).Status.ShouldBe(400);
        var login = await silo.Auth.LoginAsync(email.ToUpperInvariant());
        login.Status.ShouldBe(200);
        Jwt.Claims(login.AccessToken)["sub"]!.ToString().ShouldBe(Jwt.Claims(made.AccessToken)["sub"]!.ToString());

        var other = await silo.Auth.RegisterAsync();
        (await silo.All.PostAsync(Register, Face.Credentials(other))).Status.ShouldBe(400);
        (await silo.All.PostAsync("/api/auth/login", Face.Credentials(other))).Status.ShouldBe(200);
    }

    [Theory]
    [InlineData("""{}""", """{"username":["This field is required."],"password":["This field is required."]}""")]
    [InlineData("""{"username":"anna"}""", """{"password":["This field is required."]}""")]
    [InlineData("""{"username":" ","password":""}""", """{"username":["This field may not be blank."],"password":["This field may not be blank."]}""")]
    [InlineData("""{"username":null,"password":null}""", """{"username":["This field may not be null."],"password":["This field may not be null."]}""")]
    [InlineData("""{"username":["a"],"password":{}}""", """{"username":["Not a valid string."],"password":["Not a valid string."]}""")]
    [InlineData("""{"email":"a@","password":"p"}""", """{"email":["Enter a valid email address."]}""")]
    public async Task A_faulty_field_is_400_under_its_name(string body, string expected)
    {
        var refused = await silo.All.AskAsync(HttpMethod.Post, Register, body);
        refused.Status.ShouldBe(400);
        refused.Body.ShouldBeJson(expected);
    }

    [Fact]
    public async Task A_long_value_is_400_under_its_name()
    {
        var refused = await silo.All.PostAsync(Register, Face.Credentials(new string('a', 321), new string('p', 1025)));
        refused.Status.ShouldBe(400);
        refused.Body.ShouldBeJson(
            """
            {"username":["Ensure this field has no more than 320 characters."],"password":["Ensure this field has no more than 1024 characters."]}
            """);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    public async Task A_body_that_is_not_an_object_is_400(string body)
    {
        var refused = await silo.All.AskAsync(HttpMethod.Post, Register, body);
        refused.Status.ShouldBe(400);
        refused.Body.Names().ShouldBe(["non_field_errors"]);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("{\"username\":")]
    public async Task Invalid_JSON_is_400(string body)
    {
        var refused = await silo.All.AskAsync(HttpMethod.Post, Register, body);
        refused.Status.ShouldBe(400);
        refused.Text.ShouldBe("""{"detail":"JSON parse error"}""");
    }
}
