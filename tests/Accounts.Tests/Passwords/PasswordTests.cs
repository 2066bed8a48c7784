using System.Security.Cryptography;
using Actors.Accounts.Passwords;
using Actors.Accounts.SignIn;
using Actors.Accounts.SignIn.Guesses;
using Actors.Accounts.Tests.Kit;
using Actors.TestKit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Actors.Accounts.Tests.Passwords;

/// <summary>Promise S1: a failed attempt does not reveal whether the account exists. Every attempt costs one hash.</summary>
public sealed class PasswordTests
{
    private static readonly Credentials s_wrong = TestAccounts.Person(password: "wrong"), s_unknown = TestAccounts.Person("nobody", "wrong");

    [Fact]
    public async Task Every_failed_sign_in_costs_one_hash()
    {
        await using var accounts = await TestAccounts.StartAsync(new ManualTimeProvider(), CountedHashing.Add);
        await accounts.RegisterAsync();
        var hashing = accounts.Services.GetRequiredService<CountedHashing>();
        var attempts = Enumerable.Repeat(s_unknown, 2 * BackOff.Free).Concat(Enumerable.Repeat(s_wrong, 2 * BackOff.Free)).Append(TestAccounts.Person());

        foreach (var attempt in attempts)
        {
            var before = hashing.Count;
            (await accounts.SignInAsync(attempt)).ShouldBeNull();
            (hashing.Count - before).ShouldBe(1);
        }
    }

    [Fact]
    public async Task Every_failed_password_change_costs_one_hash()
    {
        await using var accounts = await TestAccounts.StartAsync(new ManualTimeProvider(), CountedHashing.Add);
        await accounts.RegisterAsync();
        var hashing = accounts.Services.GetRequiredService<CountedHashing>();

        foreach (var attempt in Enumerable.Repeat(s_unknown, BackOff.Free + 1).Concat(Enumerable.Repeat(s_wrong, BackOff.Free + 1)))
        {
            var before = hashing.Count;
            (await accounts.Authenticator.ChangePasswordAsync(attempt, "new", TestAccounts.Client(), default)).ShouldBe(new SignInOutcome(SignInResult.Refused));
            (hashing.Count - before).ShouldBe(1);
        }
    }

    [Fact]
    public async Task A_slow_database_does_not_block_password_checks()
    {
        await using var accounts = await TestAccounts.StartAsync(also: FaultyStore.Add);
        for (var i = 0; i <= PasswordQueue.Parallelism; i++) await accounts.RegisterAsync($"person{i}");
        var (reached, stored) = (new SemaphoreSlim(0), new TaskCompletionSource());
        accounts.Services.GetRequiredService<FaultyStore>().After = _ =>
        {
            reached.Release();
            return stored.Task;
        };
        var slow = Enumerable.Range(0, PasswordQueue.Parallelism).Select(i => accounts.SignInAsync(TestAccounts.Person($"person{i}"))).ToArray();
        for (var i = 0; i < PasswordQueue.Parallelism; i++) await reached.WaitAsync();

        (await accounts.SignInAsync(s_wrong).WaitAsync(Waiting.Patience)).ShouldBeNull();

        stored.SetResult();
        (await Task.WhenAll(slow)).ShouldAllBe(p => p != null);
        reached.Dispose();
    }

    [Theory]
    [InlineData("й ё é в одном знаке", "и\u0306 е\u0308 e\u0301 в одном знаке")]
    [InlineData("и\u0306 е\u0308 e\u0301 в двух знаках", "й ё é в двух знаках")]
    public async Task A_password_may_be_typed_composed_or_decomposed(string registered, string typed)
    {
        await using var accounts = await TestAccounts.StartAsync();
        await accounts.Authenticator.RegisterAsync(TestAccounts.Person(password: registered), TestAccounts.Client(), default);

        (await accounts.SignInAsync(TestAccounts.Person(password: typed))).ShouldNotBeNull();
        (await accounts.SignInAsync(TestAccounts.Person(password: registered))).ShouldNotBeNull();
        (await accounts.SignInAsync(TestAccounts.Person(password: typed + "!"))).ShouldBeNull();
    }

    [Fact]
    public async Task A_hash_of_an_unnormalised_password_is_renewed()
    {
        await using var accounts = await TestAccounts.StartAsync();
        var hashing = accounts.Services.GetRequiredService<IPasswordHashing>();
        const string typed = "и\u0306е\u0308";
        var hasher = new Microsoft.AspNetCore.Identity.PasswordHasher<object>(Options.Create(new Microsoft.AspNetCore.Identity.PasswordHasherOptions { IterationCount = 10 }));
        var older = hasher.HashPassword(new object(), typed);

        (await hashing.VerifyAsync(older, typed)).ShouldBe(PasswordVerdict.RightButWeak);
        (await hashing.VerifyAsync(older, "йё")).ShouldBe(PasswordVerdict.Wrong, "only who types it as before is known by it");
        (await hashing.VerifyAsync(await hashing.HashAsync(typed), "йё")).ShouldBe(PasswordVerdict.Right);
    }

    [Fact]
    public async Task The_dummy_hash_is_created_before_the_first_attempt()
    {
        var made = false;
        await using var accounts = await TestAccounts.StartAsync(also: services =>
        {
            var real = services.Last(s => s.ServiceType == typeof(IPasswordHashing)).ImplementationType!;
            services.AddSingleton(p =>
            {
                made = true;
                return (IPasswordHashing)ActivatorUtilities.CreateInstance(p, real);
            });
        });
        made.ShouldBeTrue();
    }

    [Fact]
    public async Task The_right_password_is_refused_while_its_network_waits()
    {
        var time = new ManualTimeProvider();
        await using var accounts = await TestAccounts.StartAsync(time);
        await accounts.RegisterAsync();
        for (var i = 0; i < BackOff.Free; i++) await accounts.SignInAsync(s_wrong);

        (await accounts.SignInAsync(TestAccounts.Person())).ShouldBeNull();
        (await accounts.SignInAsync(TestAccounts.Person(), "198.51.100.1")).ShouldNotBeNull();

        time.Advance(TimeSpan.FromSeconds(1));
        (await accounts.SignInAsync(TestAccounts.Person())).ShouldNotBeNull();
    }

    [Fact]
    public async Task Parallel_guesses_are_limited()
    {
        var time = new ManualTimeProvider();
        await using var accounts = await TestAccounts.StartAsync(time, CountedHashing.Add);
        await accounts.RegisterAsync();

        await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => accounts.SignInAsync(s_wrong)));

        // Only a few attempts run in parallel, so the wait begins early.
        (await accounts.SignInAsync(TestAccounts.Person())).ShouldBeNull();
        time.Advance(TimeSpan.FromSeconds(Math.Pow(2, PasswordQueue.Parallelism)));
        (await accounts.SignInAsync(TestAccounts.Person())).ShouldNotBeNull();
        accounts.Services.GetRequiredService<CountedHashing>().MostAtOnce.ShouldBeLessThanOrEqualTo(PasswordQueue.Parallelism);
    }

    [Fact]
    public async Task Fifty_parallel_sign_ins_from_one_address_succeed()
    {
        await using var accounts = await TestAccounts.StartAsync();
        await accounts.RegisterAsync();

        var pairs = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => accounts.SignInAsync(TestAccounts.Person())));

        pairs.ShouldAllBe(p => p != null);
    }

    [Fact]
    public async Task A_weak_hash_is_renewed_at_sign_in()
    {
        using var folder = new TempFolder("rehash");
        Guid id;
        await using (var weak = await TestAccounts.StartAsync(folder: folder, iterations: 10)) id = (await weak.RegisterAsync()).AccountId;

        await using var accounts = await TestAccounts.StartAsync(folder: folder, iterations: 20);
        var before = await accounts.Account(id).Secret();
        await accounts.SignInAsync(s_wrong);
        (await accounts.Account(id).Secret()).ShouldBe(before);

        (await accounts.SignInAsync(TestAccounts.Person())).ShouldNotBeNull();

        var after = await accounts.Account(id).Secret();
        after!.Hash.ShouldNotBe(before!.Hash);
        after.Version.ShouldBe(before.Version);
        (await accounts.SignInAsync(TestAccounts.Person())).ShouldNotBeNull();
        (await accounts.Account(id).Secret()).ShouldBe(after);
    }

    [Fact]
    public async Task Hashes_follow_OWASP()
    {
        await using var accounts = await TestAccounts.StartAsync(iterations: new PasswordSettings().Iterations);
        var text = await accounts.Services.GetRequiredService<IPasswordHashing>().HashAsync("correct horse");

        var bytes = Convert.FromBase64String(text); // format 1, PRF, iterations, salt length, salt, key; numbers big-endian
        var salt = bytes.AsSpan(13, 16);
        var key = Rfc2898DeriveBytes.Pbkdf2("correct horse", salt, 210_000, HashAlgorithmName.SHA512, bytes.Length - 29);
        bytes.AsSpan(29).SequenceEqual(key).ShouldBeTrue();
    }
}
