using System.Text.RegularExpressions;
using Actors.Accounts.Accounts;
using Actors.Accounts.Accounts.SecurityEvents;
using Actors.Accounts.PasswordReset;
using Actors.Accounts.Passwords;
using Actors.Accounts.SignIn;
using Actors.Accounts.Tests.Kit;
using Actors.Core.Accounts;
using Actors.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace Actors.Accounts.Tests.PasswordReset;

/// <summary>A password reset by letter: its token works once within an hour, and no response shows whether an address has an account.</summary>
public sealed partial class PasswordResetTests
{
    private const string Other = "battery staple";

    [Fact]
    public async Task The_token_changes_the_password_and_ends_all_sessions()
    {
        await using var room = await TestAccounts.StartAsync();
        var ann = await room.RegisterAsync();
        var token = await AskAsync(room, ann.AccountId);

        (await ResetAsync(room, token)).ShouldBe(SignInResult.Done);

        (await room.CheckAsync(ann.Tokens.AccessToken)).ShouldBeNull();
        (await room.RefreshAsync(ann.Tokens.RefreshToken)).ShouldBeNull();
        (await room.SignInAsync(TestAccounts.Person())).ShouldBeNull();
        (await room.SignInAsync(TestAccounts.Person(password: Other))).ShouldNotBeNull();
        (await Happened.KindsAsync(room, ann.AccountId)).ShouldBe(
            [SecurityEventKinds.Registered, SecurityEventKinds.ResetAsked, SecurityEventKinds.PasswordReset]);
        (await Letters.OfAsync(room, ann.AccountId)).Length.ShouldBe(2, "the token, and the news that the password was changed");
    }

    [Fact]
    public async Task Parallel_uses_of_a_token_change_the_password_once()
    {
        await using var room = await TestAccounts.StartAsync();
        var ann = await room.RegisterAsync();
        var token = await AskAsync(room, ann.AccountId);

        var results = await Task.WhenAll(Enumerable.Range(0, 10).Select(i => ResetAsync(room, token, $"{Other} {i}")));

        results.Count(r => r == SignInResult.Done).ShouldBe(1);
        results.Count(r => r == SignInResult.Refused).ShouldBe(9);
        (await ResetAsync(room, token)).ShouldBe(SignInResult.Refused);
    }

    // Control: without the grain, the second reset checks the token before the first write and succeeds too.
    [Fact]
    public async Task Control_without_the_grain_both_uses_succeed()
    {
        await using var room = await TestAccounts.StartAsync();
        var ann = await room.RegisterAsync();
        ResetToken.TryRead(await AskAsync(room, ann.AccountId), out var token).ShouldBeTrue();
        var store = room.Services.GetRequiredService<IAccountStore>();
        var judged = (await Task.WhenAll(store.LoadAsync(ann.AccountId), store.LoadAsync(ann.AccountId))).Select(s => s!.State).ToArray();

        var done = 0;
        foreach (var state in judged.Where(s => s.Reset!.Accepts(token.Hash, TimeProvider.System.GetUtcNow())))
        {
            var version = (await store.LoadAsync(ann.AccountId))!.Version;
            await store.CommitAsync(version, new AccountChange(state with { PasswordHash = $"hash {done++}", Reset = null }));
        }

        done.ShouldBe(2);
    }

    [Fact]
    public async Task A_token_is_stored_as_a_hash_and_expires_after_an_hour()
    {
        var time = new ManualTimeProvider();
        await using var room = await TestAccounts.StartAsync(time);
        var ann = await room.RegisterAsync();
        await room.RegisterAsync("ben");
        var late = await AskAsync(room, ann.AccountId);
        var row = (await room.Database.QueryAsync<string>("SELECT document FROM accounts WHERE key = @key", new { key = ann.AccountId.ToString("N") })).Single();
        row.ShouldNotContain(late);

        time.Advance(ResetToken.Lifetime);
        (await ResetAsync(room, late)).ShouldBe(SignInResult.Refused);

        var next = await AskAsync(room, ann.AccountId, letters: 2);
        time.Advance(ResetToken.Lifetime - TimeSpan.FromSeconds(1));
        (await ResetAsync(room, next)).ShouldBe(SignInResult.Done);
    }

    [Theory]
    [InlineData("")]
    [InlineData("no token")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task An_invalid_token_is_refused_and_costs_one_hash(string text)
    {
        await using var room = await TestAccounts.StartAsync(also: CountedHashing.Add);
        var hashing = room.Services.GetRequiredService<CountedHashing>();
        (await ResetAsync(room, text)).ShouldBe(SignInResult.Refused);
        hashing.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_changed_token_is_refused()
    {
        await using var room = await TestAccounts.StartAsync();
        var ann = await room.RegisterAsync();
        var token = await AskAsync(room, ann.AccountId);
        (await ResetAsync(room, $"{token[..^1]}{(token[^1] == 'A' ? 'B' : 'A')}")).ShouldBe(SignInResult.Refused);
        (await ResetAsync(room, token)).ShouldBe(SignInResult.Done);
    }

    [Fact]
    public async Task A_second_request_within_five_minutes_sends_no_letter()
    {
        var time = new ManualTimeProvider();
        await using var room = await TestAccounts.StartAsync(time);
        var ann = await room.RegisterAsync();
        var token = await AskAsync(room, ann.AccountId);

        await room.Account(ann.AccountId).BeginReset(Guid.NewGuid());
        (await Letters.OfAsync(room, ann.AccountId)).ShouldHaveSingleItem();
        time.Advance(AccountChange.ResetLetterInterval - TimeSpan.FromSeconds(1));
        await room.Account(ann.AccountId).BeginReset(Guid.NewGuid());
        (await Letters.OfAsync(room, ann.AccountId)).ShouldHaveSingleItem();

        (await ResetAsync(room, token)).ShouldBe(SignInResult.Done);
    }

    [Fact]
    public async Task A_request_delivered_twice_sends_one_letter()
    {
        var time = new ManualTimeProvider();
        await using var room = await TestAccounts.StartAsync(time);
        var ann = await room.RegisterAsync();
        var request = Guid.NewGuid();

        await room.Account(ann.AccountId).BeginReset(request);
        time.Advance(AccountChange.ResetLetterInterval);
        await room.Account(ann.AccountId).BeginReset(request);

        (await Letters.OfAsync(room, ann.AccountId)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_password_change_or_disabling_invalidates_the_token()
    {
        await using var room = await TestAccounts.StartAsync();
        var ann = await room.RegisterAsync();
        var token = await AskAsync(room, ann.AccountId);
        await room.Authenticator.ChangePasswordAsync(TestAccounts.Person(), "changed", TestAccounts.Client(), default);
        (await ResetAsync(room, token)).ShouldBe(SignInResult.Refused);

        var ben = await room.RegisterAsync("ben");
        var bens = await AskAsync(room, ben.AccountId, "ben");
        await room.Services.GetRequiredService<IAccounts>().SetDisabledAsync(ben.AccountId, true);
        (await ResetAsync(room, bens)).ShouldBe(SignInResult.Refused);
    }

    // A request stores one message without the address for every address, so its duration reveals nothing.
    [Fact]
    public async Task A_request_for_an_unknown_address_does_the_same()
    {
        await using var room = await TestAccounts.StartAsync(also: FaultyStore.Add);
        var ann = await room.RegisterAsync();
        var store = room.Services.GetRequiredService<FaultyStore>();
        var touched = 0;
        var inside = new AsyncLocal<bool>();
        store.Reading = () => touched += inside.Value ? 1 : 0;
        inside.Value = true;
        foreach (var name in (string[])["ann", "nobody"]) await Resets(room).AskAsync(TestAccounts.Email($"{name}@example.com"), default);
        inside.Value = false;

        touched.ShouldBe(0, "no account is looked at before the answer");
        await TokenAsync(room, ann.AccountId, 1);
        var asked = await room.Database.QueryAsync<string>("SELECT document FROM outbox WHERE topic = 'accounts.reset'");
        asked.Count.ShouldBe(2);
        asked.ShouldAllBe(d => d.Length == asked[0].Length && !d.Contains("example.com"));
        (await room.Database.QueryAsync<long>("SELECT COUNT(*) FROM outbox WHERE topic = 'mail'")).ShouldBe([1]);
    }

    [Fact]
    public async Task A_common_password_is_refused_before_the_token_is_checked()
    {
        await using var room = await TestAccounts.StartAsync(also: s => s.AddSingleton(new PasswordSettings { RefuseCommon = true, Iterations = 1 }));
        var ann = await room.RegisterAsync();
        var token = await AskAsync(room, ann.AccountId);
        (await ResetAsync(room, token, "password1")).ShouldBe(SignInResult.CommonPassword);
        (await ResetAsync(room, token)).ShouldBe(SignInResult.Done);
    }

    private static PasswordResets Resets(TestAccounts room) => room.Services.GetRequiredService<PasswordResets>();

    private static Task<SignInResult> ResetAsync(TestAccounts room, string text, string password = Other)
    {
        ResetToken.TryRead(text, out var token);
        return Resets(room).ResetAsync(token, password, TestAccounts.Client(), default);
    }

    /// <summary>Requests a reset and reads the token from the letter.</summary>
    private static async Task<string> AskAsync(TestAccounts room, Guid account, string name = "ann", int letters = 1)
    {
        await Resets(room).AskAsync(TestAccounts.Email($"{name}@example.com"), default);
        return await TokenAsync(room, account, letters);
    }

    private static async Task<string> TokenAsync(TestAccounts room, Guid account, int letters)
    {
        await Waiting.UntilAsync("the letter", async () => (await TokensAsync(room, account)).Count >= letters);
        return (await TokensAsync(room, account))[^1];
    }

    private static async Task<List<string>> TokensAsync(TestAccounts room, Guid account)
    {
        var documents = await room.Database.QueryAsync<string>(
            "SELECT document FROM outbox WHERE topic = 'mail' AND id LIKE @prefix ORDER BY id", new { prefix = $"accounts/{account:N}/%" });
        return [.. documents.Select(d => Link().Match(d)).Where(m => m.Success).Select(m => m.Groups[1].Value)];
    }

    [GeneratedRegex("#token=([A-Za-z0-9_-]{64})")]
    private static partial Regex Link();
}
