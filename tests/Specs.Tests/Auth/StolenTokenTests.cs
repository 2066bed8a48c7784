using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Actors.Core.Accounts;
using Actors.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace Actors.Specs.Tests.Auth;

/// <summary>S2: the use of a stolen token, over HTTP.</summary>
public sealed class StolenTokenTests : IAsyncLifetime
{
    private static readonly TimeSpan s_pastGrace = TimeSpan.FromSeconds(11);
    private readonly JumpingClock _clock = new();
    private SiloHost _silo = null!;

    private HttpClient Auth => _silo.ClientFor("auth");

    private HttpClient Gateway => _silo.ClientFor("gateway");

    public async Task InitializeAsync() => _silo = await SiloHost.StartAsync(SiloApp.Create, also: builder => builder.Services.AddSingleton<TimeProvider>(_clock));

    public async Task DisposeAsync() => await _silo.DisposeAsync();

    [Fact]
    public async Task A_token_reused_after_ten_seconds_ends_the_session()
    {
        var (_, login) = await Auth.NewPersonAsync();
        var thief = await RefreshAsync(login.RefreshToken);
        _clock.Jump(s_pastGrace);
        var owner = await RefreshAsync(login.RefreshToken);
        owner.Status.ShouldBe(401);
        owner.SetCookie!.ShouldStartWith("refresh_token=; expires=");
        (await RefreshAsync(thief.RefreshToken)).Status.ShouldBe(401);
        (await Gateway.PingAsync(thief.AccessToken)).ShouldBe(401);
    }

    [Fact]
    public async Task Within_ten_seconds_a_reused_token_gives_the_same_pair()
    {
        var (_, login) = await Auth.NewPersonAsync();
        var first = await RefreshAsync(login.RefreshToken);
        _clock.Jump(TimeSpan.FromSeconds(9));
        var second = await RefreshAsync(login.RefreshToken);
        (second.Text, second.RefreshToken).ShouldBe((first.Text, first.RefreshToken));
        (await Gateway.PingAsync(first.AccessToken)).ShouldBe(200);
    }

    [Fact]
    public async Task Twenty_late_reuses_get_nothing_and_end_the_session()
    {
        var (_, login) = await Auth.NewPersonAsync();
        var owner = await RefreshAsync(login.RefreshToken);
        _clock.Jump(s_pastGrace);
        var thieves = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => RefreshAsync(login.RefreshToken)));
        thieves.ShouldAllBe(t => t.Status == 401);
        (await RefreshAsync(owner.RefreshToken)).Status.ShouldBe(401);
    }

    [Fact]
    public async Task Another_session_of_the_account_stays()
    {
        var (email, stolen) = await Auth.NewPersonAsync();
        var other = await Auth.LoginAsync(email);
        await RefreshAsync(stolen.RefreshToken);
        _clock.Jump(s_pastGrace);
        (await RefreshAsync(stolen.RefreshToken)).Status.ShouldBe(401);
        (await Gateway.PingAsync(other.AccessToken)).ShouldBe(200);
        (await RefreshAsync(other.RefreshToken)).Status.ShouldBe(200);
    }

    [Fact]
    public async Task After_logout_both_tokens_are_invalid()
    {
        var (_, login) = await Auth.NewPersonAsync();
        (await Auth.PostAsync("/auth/logout", bearer: login.AccessToken)).Status.ShouldBe(200);
        await ShouldBeWorthless(login);
    }

    [Fact]
    public async Task After_a_password_change_old_tokens_are_invalid()
    {
        var (email, login) = await Auth.NewPersonAsync();
        var body = Asking.Credentials(email);
        body["newPassword"] = "new";
        var changed = await Auth.PostAsync("/auth/change-password", body);
        changed.Status.ShouldBe(200);
        await ShouldBeWorthless(login);
        (await Gateway.PingAsync(changed.AccessToken)).ShouldBe(200);
    }

    [Fact]
    public async Task Access_and_refresh_tokens_are_not_interchangeable()
    {
        var (_, login) = await Auth.NewPersonAsync();
        (await Gateway.PingAsync(login.RefreshToken)).ShouldBe(401);
        (await Auth.PostAsync("/auth/logout", bearer: login.RefreshToken)).Status.ShouldBe(401);
        (await RefreshAsync(login.AccessToken)).Status.ShouldBe(401);
        (await Auth.PostAsync("/auth/refresh", bearer: login.AccessToken)).Status.ShouldBe(401);
        (await _silo.Client.PostAsync("/api/auth/token/refresh", new JsonObject { ["refresh"] = login.AccessToken })).Status.ShouldBe(401);
        (await Gateway.PingAsync(login.AccessToken)).ShouldBe(200);
        (await RefreshAsync(login.RefreshToken)).Status.ShouldBe(200);
    }

    [Fact]
    public async Task A_cookie_gives_no_access()
    {
        var (_, login) = await Auth.NewPersonAsync();
        var cookie = $"access_token={login.AccessToken}; refresh_token={login.RefreshToken}; Authorization=Bearer {login.AccessToken}";
        (await Gateway.AskAsync(HttpMethod.Get, "/me/ping", headers: ("Cookie", cookie))).Status.ShouldBe(401);
        (await Gateway.ReadAsync($"/me/ping?access_token={login.AccessToken}&token={login.AccessToken}")).Status.ShouldBe(401);
    }

    [Fact]
    public async Task A_Bearer_beside_the_cookie_is_ignored()
    {
        var (_, victim) = await Auth.NewPersonAsync();
        var (_, owner) = await Auth.NewPersonAsync();
        var both = await Auth.PostAsync("/auth/refresh", cookie: owner.RefreshToken, bearer: victim.RefreshToken);
        Jwt.Claims(both.AccessToken)["sid"]!.ToString().ShouldBe(Jwt.Claims(owner.AccessToken)["sid"]!.ToString());
        _clock.Jump(s_pastGrace);
        (await RefreshAsync(victim.RefreshToken)).Status.ShouldBe(200);
    }

    [Fact]
    public async Task A_session_without_refreshes_expires()
    {
        var (_, login) = await Auth.NewPersonAsync();
        _clock.JumpWall(TimeSpan.FromDays(30) + TimeSpan.FromSeconds(1));
        await ShouldBeWorthless(login);
    }

    [Fact]
    public async Task Control_Without_session_checks_a_stolen_token_stays_valid()
    {
        await using var naive = await SiloHost.StartAsync(SiloApp.Create, also: builder => builder.Services.AddSingleton<IAccess, ClaimsAlone>());
        var (_, login) = await naive.ClientFor("auth").NewPersonAsync();
        (await naive.ClientFor("auth").PostAsync("/auth/logout", bearer: login.AccessToken)).Status.ShouldBe(200);
        (await naive.ClientFor("gateway").PingAsync(login.AccessToken)).ShouldBe(200);
    }

    private Task<Reply> RefreshAsync(string token) => Auth.PostAsync("/auth/refresh", cookie: token);

    private async Task ShouldBeWorthless(Reply login)
    {
        (await Gateway.PingAsync(login.AccessToken)).ShouldBe(401);
        (await RefreshAsync(login.RefreshToken)).Status.ShouldBe(401);
        (await Auth.PostAsync("/auth/refresh", bearer: login.RefreshToken)).Status.ShouldBe(401);
    }

    // Accepts a token until it expires, as most programs do.
    private sealed class ClaimsAlone : IAccess
    {
        public ValueTask<Caller?> CheckAsync(string accessToken, CancellationToken cancellationToken = default)
        {
            var claims = Jwt.Claims(accessToken);
            return new(new Caller(Guid.Parse(claims["sub"]!.ToString()), 1, Guid.Parse(claims["sid"]!.ToString()), ImmutableArray.Create(AccountRoles.User)));
        }
    }
}
