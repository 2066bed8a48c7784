using Actors.Accounts.Tests.Kit;
using Actors.Accounts.Tokens;
using Actors.Core.Accounts;
using Actors.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace Actors.Accounts.Tests.Tokens;

/// <summary>A token is worth what its session is worth at this moment, whatever clocks and restarts do.</summary>
public sealed class TokensAndSessions
{
    private static readonly TimeSpan s_step = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan s_shift = TimeSpan.FromHours(1);

    [Fact]
    public async Task A_session_that_ended_takes_its_token_along_at_once_and_no_other()
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
    public async Task An_answer_that_is_remembered_would_outlive_the_session()
    {
        await using var accounts = await TestAccounts.StartAsync();
        var ann = await accounts.RegisterAsync();
        var remembering = new Remembering(accounts.Services.GetRequiredService<IAccess>());
        await remembering.CheckAsync(ann.Tokens.AccessToken);

        await accounts.Account(ann.AccountId).EndSession(accounts.SessionOf(ann.Tokens));

        (await remembering.CheckAsync(ann.Tokens.AccessToken)).ShouldNotBeNull();
    }

    [Fact]
    public async Task Through_a_restart_a_living_session_stays_and_an_ended_one_stays_ended()
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
    public async Task A_clock_set_back_brings_no_ended_session_to_life()
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
    public async Task A_session_that_ran_out_does_not_come_back_when_the_clock_is_set_back()
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
    public async Task A_session_counts_for_its_own_account_only()
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

    // What must not be built: a check that is answered from memory.
    private sealed class Remembering(IAccess access) : IAccess
    {
        private readonly Dictionary<string, Caller?> _answers = [];

        public async ValueTask<Caller?> CheckAsync(string accessToken, CancellationToken cancellationToken = default) =>
            _answers.TryGetValue(accessToken, out var known) ? known : _answers[accessToken] = await access.CheckAsync(accessToken, cancellationToken);
    }
}
