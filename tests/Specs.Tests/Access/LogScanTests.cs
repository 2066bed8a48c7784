using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Actors.TestKit;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;

namespace Actors.Specs.Tests.Access;

/// <summary>S20: sign-in requests leave neither personal data nor secrets in the log, at any log level.</summary>
public sealed class LogScanTests
{
    private const string Email = "somebody.special@example.org", OldPassword = "first-secret-Of-Somebody", NewPassword = "second-secret-Of-Somebody";
    private const string WrongPassword = "a-wrong-guess-of-a-password", Username = "somebody_special_2";

    private const int ShortestToken = 30;

    private readonly List<string> _secrets = [Email, OldPassword, NewPassword, WrongPassword, Username];

    [Fact]
    public async Task The_log_of_sign_ins_has_no_personal_data_and_no_secrets()
    {
        // Below Information Orleans logs grain keys, and the key of an e-mail claim is an address. So Orleans keeps its usual level.
        using var settings = new SiloSettings(("Logging__LogLevel__Default", "Trace"), ("Logging__LogLevel__Microsoft", "Trace"));
        await using var silo = await SiloProcess.StartAsync(settings);

        await UseAuthAsync(silo.Client);
        await UseFaceAsync(silo.Client);
        await LetterAsync(settings.DataDir);
        await silo.StopAsync();

        silo.Output.ShouldContain("Request starting HTTP/1.1 POST http://127.0.0.1");
        _secrets.Count.ShouldBeGreaterThan(10);
        LogScan.Find(silo.Output, _secrets).ShouldBeEmpty();
    }

    [Fact]
    public async Task Control_Logged_requests_are_found()
    {
        using var planted = new Indiscretion();
        await using var silo = await SiloHost.StartAsync(Plant, also: builder => builder.Logging.AddProvider(planted));

        await UseAuthAsync(silo.Client);
        await UseFaceAsync(silo.Client);

        var found = LogScan.Find(planted.Log, _secrets);
        foreach (var secret in new[] { Email, OldPassword, NewPassword, WrongPassword, Username, "Bearer eyJ", "refresh_token=" })
            found.ShouldContain(line => line.Contains(secret, StringComparison.Ordinal), secret);
    }

    [Theory]
    [InlineData("warn: wrong password A-WRONG-GUESS-OF-A-PASSWORD")]
    [InlineData("info: letter to anna@example.org")]
    [InlineData("info: token eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiIxIn0.AAAA")]
    public void The_scan_finds_secrets(string line) => LogScan.Find($"info: one\n{line}\ninfo: two", _secrets).ShouldBe([line]);

    private static WebApplication Plant(string[] arguments, Action<WebApplicationBuilder>? also)
    {
        var app = SiloApp.Create(arguments, also);
        app.Use(Indiscretion.TellAsync);
        return app;
    }

    // The letter about the changed password, so that sending letters is logged too.
    private static Task LetterAsync(string dataDir) => Waiting.UntilAsync("a letter to the owner", () => Task.FromResult(
        Path.Combine(dataDir, "outbox") is var outbox && Directory.Exists(outbox)
        && Directory.GetFiles(outbox, "*.eml").Any(file => File.ReadAllText(file).Contains($"To: {Email}", StringComparison.Ordinal))));

    private async Task UseAuthAsync(HttpClient client)
    {
        await AskAsync(client, "/auth/register", new { email = Email, password = OldPassword }, HttpStatusCode.Created);
        await AskAsync(client, "/auth/register", new { email = Email, password = OldPassword }, HttpStatusCode.BadRequest);
        await AskAsync(client, "/auth/register", new { email = $"{Email}.is.no address", password = OldPassword }, HttpStatusCode.UnprocessableEntity);
        var (_, cookie) = await AskAsync(client, "/auth/login", new { email = Email, password = OldPassword }, HttpStatusCode.OK);
        for (var guess = 0; guess < 3; guess++)
            await AskAsync(client, "/auth/login", new { email = Email, password = WrongPassword }, HttpStatusCode.Unauthorized);
        await AskAsync(client, "/auth/login", new { email = $"nobody.{Email}", password = WrongPassword }, HttpStatusCode.Unauthorized);
        (_, var rotated) = await AskAsync(client, "/auth/refresh", null, HttpStatusCode.OK, cookie);
        await AskAsync(client, "/auth/refresh", null, HttpStatusCode.Unauthorized, $"{cookie}x");
        await AskAsync(client, "/auth/refresh", null, HttpStatusCode.OK, rotated);
        var change = new { email = Email, password = OldPassword, newPassword = NewPassword };
        var (token, _) = await AskAsync(client, "/auth/change-password", change, HttpStatusCode.OK);
        using var signOut = new HttpRequestMessage(HttpMethod.Post, "/auth/logout") { Headers = { Authorization = new("Bearer", token) } };
        using var out_ = await client.SendAsync(signOut);
        out_.IsSuccessStatusCode.ShouldBeTrue();
        using var after = new HttpRequestMessage(HttpMethod.Get, "/me/ping") { Headers = { Authorization = new("Bearer", token) } };
        using var refused = await client.SendAsync(after);
        refused.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    private async Task UseFaceAsync(HttpClient client)
    {
        await AskAsync(client, "/api/auth/register", new { username = Username, password = OldPassword }, HttpStatusCode.Created);
        await AskAsync(client, "/api/auth/login", new { username = Username, password = OldPassword }, HttpStatusCode.OK);
        await AskAsync(client, "/api/auth/login", new { username = Username, password = WrongPassword }, HttpStatusCode.Unauthorized);
        await AskAsync(client, "/api/auth/token/refresh", new { refresh = "nonsense-of-a-refresh-token" }, HttpStatusCode.Unauthorized);
    }

    private async Task<(string? Token, string? Cookie)> AskAsync(HttpClient client, string path, object? body, HttpStatusCode status, string? cookie = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = body is null ? null : JsonContent.Create(body) };
        if (cookie is not null) request.Headers.Add("Cookie", $"refresh_token={cookie}");
        using var answer = await client.SendAsync(request);
        answer.StatusCode.ShouldBe(status, $"{path}: {await answer.Content.ReadAsStringAsync()}");
        return Remember(
            answer.IsSuccessStatusCode ? JsonNode.Parse(await answer.Content.ReadAsStringAsync()) : null,
            answer.Headers.TryGetValues("Set-Cookie", out var cookies) ? cookies.First().Split(';')[0]["refresh_token=".Length..] : null);
    }

    private (string? Token, string? Cookie) Remember(JsonNode? body, string? cookie)
    {
        var values = body?.AsObject().Select(member => member.Value?.ToString()) ?? [];
        _secrets.AddRange(values.Append(cookie).OfType<string>().Where(value => value.Length >= ShortestToken));
        return (body?["access_token"]?.GetValue<string>(), cookie);
    }
}
