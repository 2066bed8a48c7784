using System.Text;
using System.Text.Json.Nodes;
using Actors.Specs.Tests.EventsPlatform;

namespace Actors.Specs.Tests.Auth;

/// <summary>Faulty bodies get the answers of FastAPI and pydantic.</summary>
[Collection(AuthGroup.Name)]
public sealed class WrongInputTests(AuthSilo silo)
{
    private const string Type = "value_error";

    public static TheoryData<string> Routes => ["/auth/register", "/auth/login", "/auth/change-password"];

    [Theory]
    [InlineData("/auth/register", "email,password")]
    [InlineData("/auth/login", "email,password")]
    [InlineData("/auth/change-password", "email,password,newPassword")]
    public async Task Every_missing_field_is_named(string path, string fields)
    {
        var refused = await silo.Auth.PostAsync(path, new JsonObject());
        refused.Status.ShouldBe(422);
        var faults = refused.Body!["detail"]!.AsArray();
        faults.Select(f => f!["loc"]!.AsArray()[1]!.ToString()).ShouldBe(fields.Split(','));
        faults.ShouldAllBe(f => f!["type"]!.ToString() == "missing" && f["msg"]!.ToString() == "Field required");
    }

    [Theory]
    [InlineData("null")]
    [InlineData("5")]
    [InlineData("true")]
    [InlineData("[\"a@example.com\"]")]
    [InlineData("{\"a\":1}")]
    public async Task A_wrong_type_is_named(string value)
    {
        foreach (var path in new[] { "/auth/register", "/auth/login" })
        {
            var refused = await silo.Auth.AskAsync(HttpMethod.Post, path, $$"""{"email":{{value}},"password":{{value}}}""");
            refused.Status.ShouldBe(422);
            refused.Body.ShouldBeJson(
                """
                {"detail":[{"loc":["body","email"],"msg":"Input should be a valid string","type":"string_type"},
                           {"loc":["body","password"],"msg":"Input should be a valid string","type":"string_type"}]}
                """);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("user")]
    [InlineData("user@")]
    [InlineData("@example.com")]
    [InlineData("user@@example.com")]
    [InlineData("user@example.com, other@example.com")]
    [InlineData("User <user@example.com>")]
    [InlineData("user@exam ple.com")]
    [InlineData("user@example.com\r\nBcc: other@example.com")]
    public async Task An_invalid_address_is_a_value_error(string email)
    {
        foreach (var path in new[] { "/auth/register", "/auth/login" })
        {
            var refused = await silo.Auth.PostAsync(path, Asking.Credentials(email));
            refused.Status.ShouldBe(422, email);
            var fault = refused.Body!["detail"]!.AsArray().ShouldHaveSingleItem();
            (fault.Text("type"), fault!["loc"]!.ToJsonString()).ShouldBe((Type, """["body","email"]"""));
            fault.Text("msg").ShouldStartWith("value is not a valid email address: ");
        }
    }

    [Fact]
    public async Task An_address_without_an_at_sign_is_refused() =>
        (await silo.Auth.PostAsync("/auth/login", Asking.Credentials("user"))).Body!["detail"]![0].Text("msg")
            .ShouldBe("value is not a valid email address: An email address must have an @-sign.");

    [Fact]
    public async Task Invalid_passwords_are_refused()
    {
        var longest = new string('p', 1025);
        (await FaultsAsync("/auth/login", Asking.Credentials(Asking.NewEmail(), longest))).ShouldBe(["password string_too_long"]);
        (await FaultsAsync("/auth/register", Asking.Credentials(Asking.NewEmail(), longest))).ShouldBe(["password string_too_long"]);
        (await FaultsAsync("/auth/login", Asking.Credentials(Asking.NewEmail(), "a\0b"))).ShouldBe(["password value_error"]);
        (await FaultsAsync("/auth/register", Asking.Credentials(Asking.NewEmail(), ""))).ShouldBe(["password string_too_short"]);
        (await FaultsAsync("/auth/register", Asking.Credentials(new string('a', 400) + "@example.com"))).ShouldBe(["email string_too_long"]);
        (await FaultsAsync("/auth/register", Asking.Credentials("a\0@example.com"))).ShouldBe(["email value_error"]);
    }

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task A_body_that_is_not_an_object_is_422(string path)
    {
        foreach (var body in new[] { "", "[]", "null", "\"a\"", "{", "{\"email\":", "{\"email\":\"\\ud800@example.com\",\"password\":\"p\"}", new string('[', 10_000), "{\"a\":1e999}" })
        {
            var refused = await silo.Auth.AskAsync(HttpMethod.Post, path, body);
            refused.Status.ShouldBe(422, body.Length > 50 ? "deep" : body);
            if (!body.StartsWith("{\"a", StringComparison.Ordinal)) refused.Body!["detail"]!.AsArray().ShouldHaveSingleItem();
        }
    }

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task A_body_of_more_than_sixty_four_kilobytes_is_413(string path) =>
        (await silo.Auth.PostAsync(path, Asking.Credentials(Asking.NewEmail(), new string('p', 70_000)))).Status.ShouldBe(413);

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task Invalid_bytes_and_forms_are_refused(string path)
    {
        using var bytes = new ByteArrayContent([0x7B, 0x22, 0xFF, 0xFE, 0x22, 0x7D]);
        using var broken = await silo.Auth.PostAsync(new Uri(path, UriKind.Relative), bytes);
        ((int)broken.StatusCode).ShouldBe(400);
        using var form = new StringContent("email=user%40example.com&password=p", Encoding.UTF8, "application/x-www-form-urlencoded");
        using var refused = await silo.Auth.PostAsync(new Uri(path, UriKind.Relative), form);
        ((int)refused.StatusCode).ShouldBe(422);
    }

    private async Task<string[]> FaultsAsync(string path, JsonObject body)
    {
        var refused = await silo.Auth.PostAsync(path, body);
        refused.Status.ShouldBe(422);
        return [.. refused.Body!["detail"]!.AsArray().Select(f => $"{f!["loc"]![1]} {f["type"]}")];
    }
}
