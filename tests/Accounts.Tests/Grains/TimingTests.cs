using Actors.Accounts.Grains;
using Actors.Accounts.Ports;
using Actors.Accounts.Rules;
using Actors.Accounts.Tests.Kit;
using Actors.TestKit;
using Microsoft.Extensions.DependencyInjection;
using Xunit.Abstractions;

namespace Actors.Accounts.Tests.Grains;

/// <summary>
/// Promise S1 by the clock: a thousand attempts each, in random order: at a thousand names that nobody has, at a thousand accounts with a wrong
/// password, and at one account from a network that waits. The hash is a tenth of the real one, so that whatever differs besides it weighs ten
/// times as much.
/// </summary>
public sealed class TimingTests(ITestOutputHelper output)
{
    private const int Attempts = 1000;
    private const int Iterations = 21_000;
    private const int Tries = 3;
    private const double Significant = 0.01;
    private const int Locked = -1;

    [Fact]
    [Trait("Category", "Long")]
    public async Task The_time_of_an_attempt_does_not_tell_why_it_failed()
    {
        await using var accounts = await StartAsync();
        // Of equal means three comparisons see a difference in three tries of a hundred, so in two of three tries hardly ever; of means that
        // differ they see it in every try.
        var tries = new List<double>();
        for (var i = 0; i < Tries; i++) tries.Add(await LeastAsync(accounts, i));
        tries.Count(p => p > Significant).ShouldBeGreaterThan(Tries / 2, string.Join(' ', tries));
    }

    // The control: nothing is hashed for somebody who does not exist.
    [Fact]
    [Trait("Category", "Long")]
    public async Task Without_a_hash_for_nobody_it_would()
    {
        await using var accounts = await StartAsync(HastyHashing.Add);
        (await LeastAsync(accounts, 0)).ShouldBeLessThan(Significant);
    }

    private static async Task<TestAccounts> StartAsync(Action<IServiceCollection>? also = null)
    {
        var accounts = await TestAccounts.StartAsync(also: also, iterations: Iterations);
        await Task.WhenAll(Enumerable.Range(0, Attempts).Append(Locked).Select(i => accounts.RegisterAsync($"person{i}")));
        return accounts;
    }

    private async Task<double> LeastAsync(TestAccounts accounts, int round)
    {
        var random = SeededRandom.Create(output);
        var kinds = Enumerable.Range(0, 3 * Attempts).Select(i => i % 3).ToArray();
        random.Shuffle(kinds);
        for (var i = 0; i < 2 * BackOff.Free; i++) await accounts.SignInAsync(Person(Locked), "locked");
        var times = new List<double>[] { [], [], [] };
        foreach (var kind in kinds) times[kind].Add(await TimeAsync(accounts, kind, times[kind].Count, $"net{round}"));
        var (unknown, wrong, locked) = (times[0], times[1], times[2]);
        output.WriteLine($"means {unknown.Average():0.000} {wrong.Average():0.000} {locked.Average():0.000} ms");
        double[] p = [Welch.P(unknown, wrong), Welch.P(unknown, locked), Welch.P(wrong, locked)];
        output.WriteLine($"p {string.Join(' ', p.Select(v => v.ToString("0.000", System.Globalization.CultureInfo.InvariantCulture)))}");
        return p.Min();
    }

    private static Credentials Person(int number) => TestAccounts.Person($"person{number}", "wrong");

    // Each name and account is tried once a round, from a network that has not failed there.
    private static async Task<double> TimeAsync(TestAccounts accounts, int kind, int number, string network)
    {
        var (person, from) = kind switch
        {
            0 => (TestAccounts.Person($"nobody{network}{number}", "wrong"), network),
            1 => (Person(number), network),
            _ => (Person(Locked), "locked"),
        };
        var start = TimeProvider.System.GetTimestamp();
        (await accounts.SignInAsync(person, from)).ShouldBeNull();
        return TimeProvider.System.GetElapsedTime(start).TotalMilliseconds;
    }

    private sealed class HastyHashing(IPasswordHashing inner) : IPasswordHashing
    {
        public static void Add(IServiceCollection services)
        {
            var real = services.Last(s => s.ServiceType == typeof(IPasswordHashing)).ImplementationType!;
            services.AddSingleton<IPasswordHashing>(p => new HastyHashing((IPasswordHashing)ActivatorUtilities.CreateInstance(p, real)));
        }

        public Task<string> HashAsync(string password) => inner.HashAsync(password);

        public Task<PasswordVerdict> VerifyAsync(string? hash, string password) =>
            hash is null ? Task.FromResult(PasswordVerdict.Wrong) : inner.VerifyAsync(hash, password);
    }
}
