using Actors.Accounts.Tests.Kit;
using Actors.Accounts.Tokens;
using Actors.Core.Accounts;
using Actors.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace Actors.Accounts.Tests.Tokens;

/// <summary>A token is valid only while its session is live, despite clock changes and restarts.</summary>
public sealed class TokensAndSessions
{
    private static readonly TimeSpan s_step = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan s_shift = TimeSpan.FromHours(1);

    [Fact]
    public async Task Ending_a_session_invalidates_only_its_token()
    {
        await using var accounts = await TestAccounts.StartAsync();
        var ann = await accounts.RegisterAsync();
        var other = await accounts.SignInAsync(TestAccounts.Person());
        (await accounts.CheckAsync(ann.Tokens.AccessToken)).ShouldNotBeNull();

        (await accounts.Account(ann.AccountId).EndSession(accounts.SessionOf(ann.Tokens))).ShouldBeTrue();

        (await accounts.CheckAsync(ann.Tokens.AccessToken)).ShouldBeNull();
        (await accounts.CheckAsync(other!.AccessToken)).ShouldNotBeNull().AccountId.ShouldBe(ann.AccountId);
    }

    [Fact]
    public async Task Control_a_cached_check_outlives_the_session()
    {
        await using var accounts = await TestAccounts.StartAsync();
        var ann = await accounts.RegisterAsync();
        var remembering = new Remembering(accounts.Services.GetRequiredService<IAccess>());
        await remembering.CheckAsync(ann.Tokens.AccessToken);

        await accounts.Account(ann.AccountId).EndSession(accounts.SessionOf(ann.Tokens));

        (await remembering.CheckAsync(ann.Tokens.AccessToken)).ShouldNotBeNull();
    }

    [Fact]
    public async Task A_restart_changes_no_session()
    {
        using var folder = new TempFolder("sessions");
        SignedIn ann, ben;
        await using (var accounts = await TestAccounts.StartAsync(folder: folder))
        {
            (ann, ben) = (await accounts.RegisterAsync(), await accounts.RegisterAsync("ben"));
            await accounts.Account(ben.AccountId).EndSession(accounts.SessionOf(ben.Tokens));
        }

        await using var again = await TestAccounts.StartAsync(folder: folder);
        (await again.CheckAsync(ann.Tokens.AccessToken)).ShouldNotBeNull().SessionId.ShouldBe(again.SessionOf(ann.Tokens));
        (await again.CheckAsync(ben.Tokens.AccessToken)).ShouldBeNull();
    }

    [Fact]
    public async Task Setting_the_clock_back_revives_no_ended_session()
    {
        using var folder = new TempFolder("sessions");
        var clock = new ManualTimeProvider(Forge.Now);
        SignedIn ann;
        await using (var accounts = await TestAccounts.StartAsync(clock, folder: folder))
        {
            ann = await accounts.RegisterAsync();
            await accounts.Account(ann.AccountId).EndSession(accounts.SessionOf(ann.Tokens));
            clock.SetUtcNow(clock.GetUtcNow() - s_shift);
            (await accounts.CheckAsync(ann.Tokens.AccessToken)).ShouldBeNull();
        }

        await using var again = await TestAccounts.StartAsync(clock, folder: folder);
        (await again.CheckAsync(ann.Tokens.AccessToken)).ShouldBeNull();
    }

    [Fact]
    public async Task Setting_the_clock_back_revives_no_expired_session()
    {
        var clock = new ManualTimeProvider(Forge.Now);
        await using var accounts = await TestAccounts.StartAsync(clock, ShortSessions);
        var ann = await accounts.RegisterAsync();
        clock.Advance(s_step);
        (await accounts.CheckAsync(ann.Tokens.AccessToken)).ShouldNotBeNull();

        clock.Advance(s_step);
        (await accounts.CheckAsync(ann.Tokens.AccessToken)).ShouldBeNull("the token lives longer than its session");
        clock.SetUtcNow(clock.GetUtcNow() - s_shift);
        (await accounts.CheckAsync(ann.Tokens.AccessToken)).ShouldBeNull();
    }

    [Fact]
    public async Task A_session_is_valid_only_for_its_account()
    {
        await using var accounts = await TestAccounts.StartAsync();
        var (ann, ben) = (await accounts.RegisterAsync(), await accounts.RegisterAsync("ben"));
        var issuer = accounts.Services.GetRequiredService<TokenIssuer>();
        var now = TimeProvider.System.GetUtcNow();

        (await accounts.CheckAsync(issuer.Access(ann.AccountId, accounts.SessionOf(ann.Tokens), 1, now))).ShouldNotBeNull();
        (await accounts.CheckAsync(issuer.Access(ann.AccountId, accounts.SessionOf(ben.Tokens), 1, now))).ShouldBeNull();
        (await accounts.CheckAsync(issuer.Access(Guid.NewGuid(), accounts.SessionOf(ann.Tokens), 1, now))).ShouldBeNull();
        (await accounts.CheckAsync(issuer.Access(ann.AccountId, Guid.Empty, 1, now))).ShouldBeNull();
    }

    private static void ShortSessions(IServiceCollection services)
    {
        var options = new TokenOptions { Keys = new SigningKeys(AttackTests.Secret), RefreshLifetime = 2 * s_step };
        services.AddSingleton(options);
        services.AddSingleton(options.Keys);
    }

    // A check with a cache, for the negative control.
    private sealed class Remembering(IAccess access) : IAccess
    {
        private readonly Dictionary<string, Caller?> _answers = [];

        public async ValueTask<Caller?> CheckAsync(string accessToken, CancellationToken cancellationToken = default) =>
            _answers.TryGetValue(accessToken, out var known) ? known : _answers[accessToken] = await access.CheckAsync(accessToken, cancellationToken);
    }
}
