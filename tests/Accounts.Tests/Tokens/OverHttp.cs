using System.Net;
using System.Net.Sockets;
using Actors.Core.Accounts;
using Actors.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace Actors.Accounts.Tests.Tokens;

/// <summary>S3 over HTTP: every session counts as live, so only the token check can refuse.</summary>
public sealed class OverHttp : IAsyncLifetime
{
    private const string Path = "/me/ping";
    private const int LongestHeader = 16 * 1024;
    private static readonly Forge s_ours = new(AttackTests.Secret);
    private static readonly string s_pong = $$"""{"message":"pong","user_id":"{{Forge.Account}}"}""";
    private SiloHost _silo = null!;

    public async Task InitializeAsync() => _silo = await SiloHost.StartAsync(SiloApp.Create, also: builder =>
        builder.Services.AddSingleton<IAccess>(new ProbeAccess(s_ours.Reader(new ManualTimeProvider(Forge.Now)))));

    public async Task DisposeAsync() => await _silo.DisposeAsync();

    [Fact]
    public async Task Every_attack_is_refused_and_no_URL_in_it_is_called()
    {
        using var callHome = new TcpListener(IPAddress.Loopback, 0);
        callHome.Start();
        var address = new Uri($"http://127.0.0.1:{((IPEndPoint)callHome.LocalEndpoint).Port}/keys");
        (await PassedAsync(_silo, address)).ShouldBeEmpty();
        callHome.Pending().ShouldBeFalse();
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, address.Port);
        callHome.Pending().ShouldBeTrue("the listener would have seen a call");
    }

    [Fact]
    public async Task Control_a_naive_reader_admits_attacks()
    {
        await using var trusting = await SiloHost.StartAsync(SiloApp.Create, also: builder => builder.Services.AddSingleton<IAccess, NaiveAccess>());

        var passed = await PassedAsync(trusting, new Uri("http://127.0.0.1:1/"));

        passed.ShouldContain(line => line.StartsWith("alg none, no signature", StringComparison.Ordinal));
        passed.ShouldContain(line => line.StartsWith("alg twice", StringComparison.Ordinal));
        passed.Length.ShouldBeGreaterThan(20);
    }

    [Fact]
    public async Task The_original_token_is_accepted()
    {
        var (status, answer) = await AskAsync($"Authorization: Bearer {s_ours.Good}");

        status.ShouldBe(200, answer);
        answer.ShouldEndWith(s_pong);
        answer.ShouldContain("Content-Type: application/json");
        (await AskAsync($"authorization: bearer {s_ours.Good}")).Status.ShouldBe(200, "the scheme's case does not matter");
        (await AskAsync($"Authorization: Bearer  {s_ours.Good}")).Status.ShouldBe(200, "one space or more");
    }

    [Fact]
    public async Task Only_the_Authorization_header_is_accepted()
    {
        var token = s_ours.Good;
        string[][] elsewhere =
        [
            [], [$"Cookie: access_token={token}"], [$"Cookie: Authorization=Bearer {token}"], [$"X-Authorization: Bearer {token}"],
            [$"Proxy-Authorization: Bearer {token}"], [$"Authorization: {token}"], [$"Authorization: Basic {token}"], [$"Authorization: Token {token}"],
            [$"Authorization: Bearer{token}"], ["Authorization: Bearer"], ["Authorization: Bearer "], [$"Authorization: Bearer, {token}"],
            [$"Authorization: Bearer {token}, Bearer {token}"], [$"Authorization: Bearer {token}", $"Authorization: Bearer {token}"],
            [$"Authorization: Bearer {token}", "Authorization: Basic eA=="],
        ];

        foreach (var headers in elsewhere)
        {
            (await AskAsync(headers)).Status.ShouldBe(401, string.Join(" and ", headers));
        }

        (await Wire.GetAsync(_silo.Settings.AddressOf("gateway"), $"{Path}?access_token={token}&token={token}")).Status.ShouldBe(401);
    }

    [Fact]
    public async Task The_refusal_has_the_documented_format()
    {
        var (status, answer) = await AskAsync();

        status.ShouldBe(401);
        answer.ShouldContain("WWW-Authenticate: Bearer\r\n");
        answer.ShouldContain("X-Request-ID: ");
        answer.ShouldEndWith("""{"detail":"Not authenticated"}""");
    }

    [Fact]
    public async Task A_CORS_preflight_needs_no_token()
    {
        using var question = new HttpRequestMessage(HttpMethod.Options, Path);
        question.Headers.Add("Origin", "http://localhost:3000");
        question.Headers.Add("Access-Control-Request-Method", "GET");
        question.Headers.Add("Access-Control-Request-Headers", "authorization");
        using var answer = await _silo.ClientFor("gateway").SendAsync(question);

        answer.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        answer.Headers.GetValues("Access-Control-Allow-Headers").ShouldBe(["authorization"]);
        (await AskAsync("Origin: http://localhost:3000")).Answer.ShouldContain("Access-Control-Allow-Origin: http://localhost:3000");
    }

    [Theory]
    [InlineData(null, 200)]
    [InlineData("gateway", 200)]
    [InlineData("auth", 404)]
    [InlineData("catalog", 404)]
    [InlineData("scraper", 404)]
    [InlineData("scraperCatalog", 404)]
    public async Task Ping_exists_only_on_the_gateway(string? role, int status)
    {
        var server = _silo.Settings.AddressOf(role);

        (await Wire.GetAsync(server, Path, $"Authorization: Bearer {s_ours.Good}")).Status.ShouldBe(status);
        (await Wire.GetAsync(server, Path)).Status.ShouldBe(status == 200 ? 401 : 404);
    }

    private static async Task<string[]> PassedAsync(SiloHost silo, Uri callHome)
    {
        var passed = new List<string>();
        foreach (var attack in AttackTests.All(callHome).Where(CanBeSent))
        {
            var (status, answer) = await Wire.GetAsync(silo.Settings.AddressOf("gateway"), Path, $"Authorization: Bearer {attack.Token}");
            // The server refuses headers that are too long or not valid text, and may close the connection early.
            var refused = status is 401 or 400 or 431 || (status == 0 && attack.Token.Length > LongestHeader);
            if (!refused || (status == 401 && !answer.Contains("WWW-Authenticate: Bearer", StringComparison.Ordinal)))
            {
                passed.Add($"{attack.Name}: {answer}");
            }
        }

        return [.. passed];
    }

    // Neither spaces after a header's value (RFC 9110, 5.5) nor those before a token (11.4) are part of it: such a token arrives as the good one.
    private static bool CanBeSent(Attack attack) => Wire.Carries(attack.Token) && attack.Token.TrimEnd(' ', '\t').TrimStart(' ') != s_ours.Good;

    private Task<(int Status, string Answer)> AskAsync(params string[] headers) => Wire.GetAsync(_silo.Settings.AddressOf("gateway"), Path, headers);
}
