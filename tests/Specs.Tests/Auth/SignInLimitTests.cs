using System.Text.Json.Nodes;
using Actors.Specs.Tests.EventsPlatform;
using Actors.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace Actors.Specs.Tests.Auth;

/// <summary>S13 on the sign-in routes: one count per network and one per identifier in it, across routes, spellings and addresses.</summary>
public sealed class SignInLimitTests : IAsyncLifetime
{
    private const int PerIdentifier = 10;
    private const int PerNetwork = 20;
    private SiloHost _silo = null!;
    private int _networks;

    public async Task InitializeAsync()
    {
        var settings = new SiloSettings(("RATE_LIMIT", "on"), ("TRUSTED_PROXIES", "127.0.0.1"));
        _silo = await SiloHost.StartAsync(SiloApp.Create, settings, builder => builder.Services.AddSingleton<TimeProvider, SlowClock>());
    }

    public async Task DisposeAsync()
    {
        await _silo.DisposeAsync();
        _silo.Settings.Dispose();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_identifier_has_ten_attempts_a_minute_per_network(bool known)
    {
        var email = Asking.NewEmail();
        if (known) (await TryAsync("/auth/register", email, NewNetwork())).Status.ShouldBe(201);
        string[] spellings = [email, email.ToUpperInvariant(), $" {email}", email.Replace("user", "User", StringComparison.Ordinal)];
        string[] doors = ["/auth/login", "/api/auth/login", "/auth/change-password", "/AUTH/login/", "/api/auth/login/"];
        var network = NewNetwork();
        for (var attempt = 0; attempt < PerIdentifier; attempt++)
            (await TryAsync(doors[attempt % doors.Length], spellings[attempt % spellings.Length], network)).Status.ShouldBe(401, $"attempt {attempt}");

        var platform = await TryAsync("/auth/login", email, network);
        platform.Status.ShouldBe(429);
        platform.Body.ShouldBeJson("""{"detail":"Too Many Requests"}""");
        int.Parse(platform.Headers["Retry-After"], System.Globalization.CultureInfo.InvariantCulture).ShouldBeInRange(1, 60);
        platform.Headers["RateLimit-Policy"].ShouldContain("\"sign-in-identifier\";q=10;w=60");
        var face = await TryAsync("/api/auth/login", email, network);
        face.Status.ShouldBe(429);
        face.Body.Names().ShouldBe(["detail"]);
        face.Headers.ContainsKey("Retry-After").ShouldBeTrue();
        (await TryAsync("/auth/login", Asking.NewEmail(), network)).Status.ShouldBe(401);
        (await TryAsync("/auth/login", email, NewNetwork())).Status.ShouldBe(401);
    }

    [Fact]
    public async Task A_network_has_twenty_attempts_a_minute_on_all_routes()
    {
        var network = NewNetwork();
        string[] doors = ["/auth/login", "/api/auth/login", "/auth/change-password", "/Auth/Login", "/auth/login/", "/%61uth/login", "/api/auth/login?x=1"];
        for (var attempt = 0; attempt < PerNetwork; attempt++)
            (await KnockAsync(doors[attempt % doors.Length], network)).Status.ShouldBeOneOf(400, 422);
        foreach (var door in doors)
            (await KnockAsync(door, network)).Status.ShouldBe(429, door);
        (await KnockAsync("/auth/login", NewNetwork())).Status.ShouldBe(422);
    }

    [Fact]
    public async Task The_addresses_of_one_IPv6_network_share_a_count()
    {
        for (var attempt = 0; attempt < PerNetwork; attempt++)
            (await KnockAsync("/auth/login", $"2001:db8:1:2:{attempt:x}::{attempt:x}")).Status.ShouldBe(422);
        (await KnockAsync("/auth/login", "2001:db8:1:2:ffff::1")).Status.ShouldBe(429);
        (await KnockAsync("/auth/login", "2001:db8:1:3::1")).Status.ShouldBe(422);
    }

    [Fact]
    public async Task A_burst_at_the_window_edge_stays_within_the_limit()
    {
        var network = NewNetwork();
        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => KnockAsync("/auth/login", network)));
        answers.Count(a => a.Status == 422).ShouldBe(PerNetwork);
        answers.Count(a => a.Status == 429).ShouldBe(40 - PerNetwork);
    }

    [Fact]
    public async Task Registrations_and_refreshes_have_counts_of_their_own()
    {
        var network = NewNetwork();
        for (var n = 0; n < PerNetwork; n++)
            (await KnockAsync(n % 2 == 0 ? "/auth/register" : "/api/auth/register", network)).Status.ShouldBeOneOf(400, 422);
        (await KnockAsync("/auth/register", network)).Status.ShouldBe(429);
        (await KnockAsync("/api/auth/register", network)).Status.ShouldBe(429);
        (await KnockAsync("/auth/refresh", network)).Status.ShouldBe(401);
        (await TryAsync("/auth/login", Asking.NewEmail(), network)).Status.ShouldBe(401);
    }

    [Fact]
    public async Task Control_Without_limits_no_attempt_is_refused()
    {
        await using var open = await SiloHost.StartAsync(SiloApp.Create);
        var email = Asking.NewEmail();
        for (var attempt = 0; attempt <= PerNetwork; attempt++)
            (await open.Client.LoginAsync(email)).Status.ShouldBe(401);
    }

    private string NewNetwork() => $"203.0.{Interlocked.Increment(ref _networks)}.7";

    // A malformed request costs no hash but counts.
    private Task<Reply> KnockAsync(string path, string address) =>
        _silo.Client.AskAsync(HttpMethod.Post, path, "{}", headers: ("X-Forwarded-For", address));

    private Task<Reply> TryAsync(string path, string email, string address)
    {
        var password = path.EndsWith("register", StringComparison.Ordinal) ? Asking.Password : "wrong";
        var body = new JsonObject { ["email"] = email, ["password"] = password, ["newPassword"] = "new" };
        return _silo.Client.AskAsync(HttpMethod.Post, path, body.ToJsonString(), headers: ("X-Forwarded-For", address));
    }
}
