using Actors.Accounts.Accounts.SecurityEvents;
using Actors.Accounts.Tests.Kit;
using Actors.Core.Accounts;
using Actors.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace Actors.Accounts.Tests.Contracts;

/// <summary><see cref="IAccounts"/> as other modules use it.</summary>
public sealed class AccountContractTests
{
    private const string Login = "ann@example.com";
    private const string Password = "correct horse";
    private const int Racers = 20;

    private static readonly SignInClient s_client = new("192.0.2.7", "tests");
    private static readonly OutsideIdentity s_telegram = new(OutsideIdentity.Telegram, "777000");

    [Fact]
    public async Task An_account_registers_signs_in_and_refreshes()
    {
        await using var room = await TestAccounts.StartAsync();
        var accounts = Of(room);

        var made = await accounts.RegisterAsync(new NewAccount(Login, Password, "Ann"), null);
        (made.Status, made.Tokens).ShouldBe((SignInStatus.Done, null));
        (await accounts.RegisterAsync(new NewAccount("ANN@example.com", "other"), s_client)).Status.ShouldBe(SignInStatus.Taken);
        (await accounts.RegisterAsync(new NewAccount("ann@", Password), s_client)).Status.ShouldBe(SignInStatus.NoLogin);

        var signedIn = await accounts.SignInAsync(Login, Password, s_client);
        (signedIn.Status, signedIn.AccountId).ShouldBe((SignInStatus.Done, made.AccountId));
        (await accounts.SignInAsync(Login, "wrong", s_client)).ShouldBe(new SignInAnswer(SignInStatus.Refused));
        (await accounts.SignInAsync("ben@example.com", "wrong", s_client)).ShouldBe(new SignInAnswer(SignInStatus.Refused));

        var next = await accounts.RefreshAsync(signedIn.Tokens!.RefreshToken, s_client);
        var session = (await room.CheckAsync(next!.AccessToken))!.SessionId;
        (await accounts.EndSessionAsync(made.AccountId, session)).ShouldBeTrue();
        (await accounts.RefreshAsync(next.RefreshToken, s_client)).ShouldBeNull();
    }

    [Fact]
    public async Task All_spellings_of_a_login_share_the_rate_limit_key()
    {
        await using var room = await TestAccounts.StartAsync();
        var accounts = Of(room);
        accounts.LimitKey(" ANN@example.com", s_client).ShouldBe(accounts.LimitKey(Login, s_client));
        accounts.LimitKey(Login, s_client with { Network = "192.0.2.8" }).ShouldNotBe(accounts.LimitKey(Login, s_client));
    }

    [Fact]
    public async Task Parallel_sign_ins_with_an_outside_identity_create_one_account()
    {
        await using var room = await TestAccounts.StartAsync();
        var accounts = Of(room);

        var answers = await Task.WhenAll(Enumerable.Range(0, Racers).Select(_ => accounts.SignInAsync(s_telegram, "Ann", s_client)));

        answers.ShouldAllBe(a => a.Status == SignInStatus.Done && a.Tokens != null);
        var id = answers.Select(a => a.AccountId).Distinct().ShouldHaveSingleItem();
        var card = (await accounts.FindAsync(id))!;
        (card.Outside, card.FullName, card.Email).ShouldBe((s_telegram, "Ann", null));
        (await accounts.SignInAsync(s_telegram with { Id = "777001" }, null, s_client)).AccountId.ShouldNotBe(id);
        (await accounts.SignInAsync(s_telegram with { Id = "-1" }, null, s_client)).Status.ShouldBe(SignInStatus.NoLogin);
        (await accounts.SignInAsync(new OutsideIdentity("elsewhere", "1"), null, s_client)).Status.ShouldBe(SignInStatus.NoLogin);
    }

    [Fact]
    public async Task An_account_without_a_password_accepts_no_password()
    {
        await using var room = await TestAccounts.StartAsync();
        var accounts = Of(room);
        await accounts.SignInAsync(s_telegram, null, s_client);
        (await accounts.SignInAsync(s_telegram.Id, "", s_client)).Status.ShouldBe(SignInStatus.Refused);
        (await accounts.RegisterAsync(new NewAccount(s_telegram.Id, Password), null)).Status.ShouldBe(SignInStatus.Done);
    }

    [Fact]
    public async Task Lists_and_look_ups_exclude_erased_accounts()
    {
        await using var room = await TestAccounts.StartAsync();
        var accounts = Of(room);
        var people = new List<SignedIn>();
        for (var i = 0; i < 5; i++) people.Add(await room.RegisterAsync($"person{i}"));
        await accounts.EraseAsync(people[1].AccountId);

        var first = await accounts.ListAsync(0, 3);
        var second = await accounts.ListAsync(first.Accounts[^1].Number, 3);

        (first.Total, first.Accounts.Count, second.Accounts.Count).ShouldBe((4, 3, 1));
        first.Accounts.Concat(second.Accounts).Select(a => a.Id).ShouldBe(people.Where((_, i) => i != 1).Select(p => p.AccountId));
        (await accounts.FindAsync(people[2].Number))!.Email.ShouldBe("person2@example.com");
        (await accounts.FindByLoginAsync("Person2@example.com"))!.Number.ShouldBe(people[2].Number);
        (await accounts.FindAsync(long.MaxValue)).ShouldBeNull();
        await Should.ThrowAsync<ArgumentOutOfRangeException>(() => accounts.ListAsync(0, 0));
    }

    [Fact]
    public async Task A_disabled_account_is_refused_until_it_is_enabled()
    {
        await using var room = await TestAccounts.StartAsync();
        var accounts = Of(room);
        var ann = await room.RegisterAsync();
        var outside = await accounts.SignInAsync(s_telegram, null, s_client);
        foreach (var id in (Guid[])[ann.AccountId, outside.AccountId]) (await accounts.SetDisabledAsync(id, true)).ShouldBe(AccountChangeStatus.Done);

        (await room.CheckAsync(ann.Tokens.AccessToken)).ShouldBeNull();
        (await room.RefreshAsync(ann.Tokens.RefreshToken)).ShouldBeNull();
        (await accounts.SignInAsync(Login, Password, s_client)).ShouldBe(new SignInAnswer(SignInStatus.Refused));
        (await accounts.SignInAsync(s_telegram, null, s_client)).ShouldBe(new SignInAnswer(SignInStatus.Refused));
        (await room.Authenticator.ChangePasswordAsync(TestAccounts.Person(), "another", TestAccounts.Client(), default)).Tokens.ShouldBeNull();
        (await accounts.FindAsync(ann.AccountId))!.Disabled.ShouldBeTrue();

        (await accounts.SetDisabledAsync(ann.AccountId, false)).ShouldBe(AccountChangeStatus.Done);
        (await accounts.SignInAsync(Login, Password, s_client)).Status.ShouldBe(SignInStatus.Done);
        (await Happened.KindsAsync(room, ann.AccountId)).ShouldBe([SecurityEventKinds.Registered, SecurityEventKinds.Disabled, SecurityEventKinds.Enabled]);
    }

    [Fact]
    public async Task An_erased_account_keeps_only_its_ids()
    {
        await using var room = await TestAccounts.StartAsync();
        var accounts = Of(room);
        var ann = (await accounts.RegisterAsync(new NewAccount(Login, Password, "Ann Unusual"), s_client)).AccountId;
        var before = (await accounts.FindAsync(ann))!;

        (await accounts.EraseAsync(ann)).ShouldBe(AccountChangeStatus.Done);
        (await accounts.EraseAsync(ann)).ShouldBe(AccountChangeStatus.NotFound);

        var card = (await accounts.FindAsync(ann))!;
        (card.Number, card.Email, card.FullName, card.Erased, card.Disabled).ShouldBe((before.Number, null, null, true, true));
        var row = (await room.Database.QueryAsync<string>("SELECT document FROM accounts WHERE key = @key", new { key = ann.ToString("N") })).Single();
        foreach (var personal in (string[])["example.com", "Unusual", "192.0.2", "tests", "AQAAAA"]) row.ShouldNotContain(personal, Case.Insensitive);
        (await Happened.KindsAsync(room, ann)).ShouldBe([SecurityEventKinds.Registered, SecurityEventKinds.Erased]);
        await Waiting.UntilAsync("the claims to go", async () => (await room.Database.QueryAsync<string>("SELECT key FROM claims")).Count == 0);

        var again = await accounts.RegisterAsync(new NewAccount(Login, Password), s_client);
        again.Status.ShouldBe(SignInStatus.Done);
        again.AccountId.ShouldNotBe(ann);
        (await accounts.SetDisabledAsync(ann, false)).ShouldBe(AccountChangeStatus.NotFound);
        (await accounts.FindAsync(ann))!.Disabled.ShouldBeTrue();
    }

    [Fact]
    public async Task Erasing_an_account_does_not_remove_a_reused_claim()
    {
        await using var room = await TestAccounts.StartAsync();
        var accounts = Of(room);
        var ann = (await accounts.RegisterAsync(new NewAccount(Login, Password), null)).AccountId;
        await accounts.EraseAsync(ann);
        var again = await accounts.RegisterAsync(new NewAccount(Login, Password), null);

        await room.Grains.GetGrain<Actors.Accounts.SignUp.IClaimGrain>(TestAccounts.Email(Login).Key).Free(ann);

        (await accounts.FindByLoginAsync(Login))!.Id.ShouldBe(again.AccountId);
        (await accounts.RegisterAsync(new NewAccount(Login, Password), null)).Status.ShouldBe(SignInStatus.Taken);
    }

    [Fact]
    public async Task An_operator_changes_a_name_and_a_password()
    {
        await using var room = await TestAccounts.StartAsync();
        var accounts = Of(room);
        var ann = await room.RegisterAsync();

        (await accounts.SetFullNameAsync(ann.AccountId, "Ann")).ShouldBe(AccountChangeStatus.Done);
        (await accounts.SetPasswordAsync(ann.AccountId, "battery staple")).ShouldBe(AccountChangeStatus.Done);

        (await accounts.FindAsync(ann.AccountId))!.FullName.ShouldBe("Ann");
        (await room.CheckAsync(ann.Tokens.AccessToken)).ShouldBeNull();
        (await accounts.SignInAsync(Login, Password, s_client)).Status.ShouldBe(SignInStatus.Refused);
        (await accounts.SignInAsync(Login, "battery staple", s_client)).Status.ShouldBe(SignInStatus.Done);
        (await Letters.OfAsync(room, ann.AccountId)).ShouldHaveSingleItem();
        (await accounts.SetFullNameAsync(Guid.NewGuid(), "Nobody")).ShouldBe(AccountChangeStatus.NotFound);
    }

    private static IAccounts Of(TestAccounts room) => room.Services.GetRequiredService<IAccounts>();
}
