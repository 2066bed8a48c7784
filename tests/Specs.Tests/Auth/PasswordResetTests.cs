using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Actors.Specs.Tests.EventsPlatform;
using Actors.Persistence;
using Actors.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace Actors.Specs.Tests.Auth;

/// <summary><c>/auth/forgot-password</c> and <c>/auth/reset-password</c> over HTTP, with the letter as the program writes it.</summary>
public sealed partial class PasswordResetTests : IAsyncLifetime
{
    private const string Asked = """{"detail":"If the address belongs to an account, a letter is on its way"}""";
    private const string Other = "battery staple and horse";

    private SiloHost _silo = null!;

    public async Task InitializeAsync() => _silo = await SiloHost.StartAsync(SiloApp.Create);

    public async Task DisposeAsync() => await _silo.DisposeAsync();

    [Theory]
    [InlineData("auth")]
    [InlineData("gateway")]
    [InlineData("combined")]
    public async Task A_forgotten_password_is_replaced_by_the_token_of_a_letter(string listener)
    {
        var client = listener == "combined" ? _silo.Client : _silo.ClientFor(listener);
        var (email, login) = await _silo.Client.NewPersonAsync();
        (await client.PostAsync("/auth/forgot-password", Email(email))).Body.ShouldBeJson(Asked);
        var token = await TokenAsync(email);

        var done = await client.PostAsync("/auth/reset-password", Reset(token));

        (done.Status, done.Text).ShouldBe((200, """{"detail":"Password changed"}"""));
        done.SetCookie.ShouldBeNull();
        (await _silo.Client.PingAsync(login.AccessToken)).ShouldBe(401);
        (await client.LoginAsync(email)).Status.ShouldBe(401);
        (await client.LoginAsync(email, Other)).Status.ShouldBe(200);
        (await client.PostAsync("/auth/reset-password", Reset(token))).Status.ShouldBe(401);
    }

    [Fact]
    public async Task Known_and_unknown_addresses_are_answered_alike()
    {
        var known = await _silo.Client.RegisterAsync();
        var one = await _silo.Client.PostAsync("/auth/forgot-password", Email(known));
        var other = await _silo.Client.PostAsync("/auth/forgot-password", Email(Asking.NewEmail()));
        one.Status.ShouldBe(200);
        other.Fingerprint.ShouldBe(one.Fingerprint);
    }

    [Theory]
    [InlineData("/auth/forgot-password", """{}""", "email")]
    [InlineData("/auth/forgot-password", """{"email":"nobody"}""", "email")]
    [InlineData("/auth/reset-password", """{"newPassword":"x"}""", "token")]
    [InlineData("/auth/reset-password", """{"token":"x","newPassword":""}""", "newPassword")]
    [InlineData("/auth/reset-password", """{"token":1,"newPassword":"x"}""", "token")]
    public async Task Faults_of_a_body_are_named_by_field(string path, string body, string field)
    {
        var refused = await _silo.Client.AskAsync(HttpMethod.Post, path, body);
        refused.Status.ShouldBe(422);
        refused.Body!["detail"]![0]!["loc"]!.ToJsonString().ShouldBe($"""["body","{field}"]""");
    }

    [Theory]
    [InlineData("x")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task An_unknown_token_is_401(string token)
    {
        var refused = await _silo.Client.PostAsync("/auth/reset-password", Reset(token));
        (refused.Status, refused.Text).ShouldBe((401, """{"detail":"Reset token is invalid or has expired"}"""));
    }

    [Theory]
    [InlineData("scraper")]
    [InlineData("catalog")]
    public async Task Other_roles_do_not_have_the_routes(string role)
    {
        var client = _silo.ClientFor(role);
        (await client.PostAsync("/auth/forgot-password", Email(Asking.NewEmail()))).Status.ShouldBe(404);
        (await client.ReadAsync("/auth/reset-password")).Status.ShouldBe(404);
    }

    [Fact]
    public async Task The_page_of_the_link_runs_its_own_script_only()
    {
        var page = await _silo.Client.ReadAsync("/auth/reset-password");
        page.Status.ShouldBe(200);
        page.Headers["Content-Security-Policy"].ShouldNotContain("unsafe");
        page.Headers["Referrer-Policy"].ShouldBe("no-referrer");
        page.Text.ShouldContain("type=\"password\"");
    }

    // The link begins with the program's own address, even with a forged Host header.
    [Fact]
    public async Task A_forged_host_is_not_in_the_letter()
    {
        var email = await _silo.Client.RegisterAsync();
        await _silo.Client.AskAsync(HttpMethod.Post, "/auth/forgot-password", Email(email).ToJsonString(), headers: [("Host", "evil.example"), ("X-Forwarded-Host", "evil.example")]);
        (await LetterAsync(email)).ShouldNotContain("evil.example");
    }

    [Fact]
    public async Task An_address_shares_its_limit_with_sign_in()
    {
        await using var limited = await SiloHost.StartAsync(
            SiloApp.Create, new SiloSettings(("RATE_LIMIT", "on")), builder => builder.Services.AddSingleton<TimeProvider, SlowClock>());
        var email = Asking.NewEmail();
        for (var attempt = 0; attempt < 5; attempt++)
        {
            (await limited.Client.PostAsync("/auth/forgot-password", Email(email))).Status.ShouldBe(200);
            (await limited.Client.LoginAsync(email)).Status.ShouldBe(401);
        }

        (await limited.Client.PostAsync("/auth/forgot-password", Email(email))).Status.ShouldBe(429);
        (await limited.Client.LoginAsync(email)).Status.ShouldBe(429);
        (await limited.Client.PostAsync("/auth/forgot-password", Email(Asking.NewEmail()))).Status.ShouldBe(200);
    }

    private static JsonObject Email(string email) => new() { ["email"] = email };

    private static JsonObject Reset(string token) => new() { ["token"] = token, ["newPassword"] = Other };

    private async Task<string> TokenAsync(string email) => Link().Match(await LetterAsync(email)).Groups[1].Value;

    private async Task<string> LetterAsync(string email)
    {
        var database = _silo.App.Services.GetRequiredService<IDatabase>();
        IReadOnlyList<string> letters = [];
        await Waiting.UntilAsync("the letter", async () => (letters = await database.QueryAsync<string>(
            "SELECT document FROM outbox WHERE topic = 'mail' AND document LIKE @address", new { address = $"%{email}%" })).Count > 0);
        return letters[0];
    }

    [GeneratedRegex("#token=([A-Za-z0-9_-]{64})")]
    private static partial Regex Link();
}
