using Actors.Accounts.SignIn.Guesses;
using Actors.TestKit;
using Xunit.Abstractions;

namespace Actors.Accounts.Tests.SignIn.Guesses;

/// <summary>Guesses are throttled, but no network is blocked for ever, and others cannot block a known network.</summary>
public sealed class BackOffTests(ITestOutputHelper output)
{
    private static readonly TimeSpan s_zero = TimeSpan.Zero, s_second = TimeSpan.FromSeconds(1), s_year = TimeSpan.FromDays(365);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void After_five_failures_every_failure_doubles_the_wait(bool known)
    {
        var backOff = new BackOff();
        var now = s_zero;
        var attempt = backOff.Begin("home", known, now);
        var waits = Enumerable.Range(0, 20).Select(_ =>
        {
            backOff.End(attempt!, false, now);
            var before = now;
            while ((attempt = backOff.Begin("home", known, now)) is null) now += s_second;
            return (now - before).TotalSeconds;
        }).ToArray();

        waits.Take(BackOff.Free - 1).ShouldAllBe(w => w == 0);
        waits.Skip(BackOff.Free - 1).Take(10).ShouldBe([1, 2, 4, 8, 16, 32, 64, 128, 256, 512]);
        waits.Skip(BackOff.Free + 9).ShouldAllBe(w => w == BackOff.Longest.TotalSeconds);
    }

    [Fact]
    public void A_year_of_attempts_does_not_block_a_network()
    {
        var (backOff, now, guesses) = (new BackOff(), s_zero, 0);
        for (; now < s_year; now += TimeSpan.FromSeconds(30)) guesses += Guess(backOff, "attacker", now) ? 1 : 0;

        guesses.ShouldBeInRange((int)(s_year / BackOff.Longest) / 2, (int)(s_year / BackOff.Longest) + 20);
        Guess(backOff, "attacker", now + BackOff.Longest).ShouldBeTrue();
    }

    // Control: without waits there is a guess every half minute.
    [Fact]
    public void Control_without_waits_there_are_thirty_times_more_guesses() =>
        (s_year / TimeSpan.FromSeconds(30)).ShouldBeGreaterThan(25 * (s_year / BackOff.Longest));

    [Fact]
    public void A_permit_of_another_activation_is_ignored()
    {
        var (lost, now) = (new BackOff(1), new BackOff(2));
        var old = lost.Begin("stranger", false, s_zero)!;
        for (var i = 0; i < BackOff.MaxUnknownAttempts; i++) now.Begin($"network {i}", false, s_zero).ShouldNotBeNull();

        now.End(old, true, s_zero);

        now.Begin("one more", false, s_zero).ShouldBeNull("nobody's turn was given back");
    }

    [Fact]
    public void Attempts_during_the_wait_do_not_extend_it()
    {
        var backOff = Failed(BackOff.Free + 3, "home");
        var free = s_zero;
        while (backOff.Begin("home", true, free) is null) free += s_second;
        free.ShouldBe(TimeSpan.FromSeconds(8));
    }

    [Fact]
    public void A_success_clears_the_failures_of_its_network()
    {
        var backOff = Failed(BackOff.Free - 1, "home");
        backOff.End(backOff.Begin("home", true, s_zero)!, true, s_zero);
        backOff.Networks.ShouldBe(0);
    }

    [Fact]
    public void One_network_does_not_block_another()
    {
        var (backOff, now) = (new BackOff(), s_zero);
        for (; now < BackOff.Memory; now += s_second) Guess(backOff, "attacker", now);
        Guess(backOff, "attacker", now).ShouldBeFalse();
        Guess(backOff, "elsewhere", now).ShouldBeTrue();
        Guess(backOff, "home", now, known: true).ShouldBeTrue();
    }

    [Fact]
    public void Memory_is_bounded()
    {
        var (backOff, now) = (new BackOff(), s_zero);
        for (var i = 0; i < 10 * BackOff.MaxUnknownNetworks; i++, now += TimeSpan.FromSeconds(6))
        {
            Guess(backOff, $"bot{i}", now).ShouldBeTrue();
            Guess(backOff, $"known{i}", now, known: true).ShouldBeTrue();
            backOff.Networks.ShouldBeLessThanOrEqualTo(BackOff.MaxUnknownNetworks + BackOff.MaxKnownNetworks);
        }

        now += BackOff.Memory;
        backOff.Begin("home", true, now);
        backOff.Begin("home", false, now);
        backOff.Networks.ShouldBe(0);
    }

    [Fact]
    public void No_network_waits_longer_than_the_longest_wait()
    {
        var random = SeededRandom.Create(output);
        var (backOff, now) = (new BackOff(), s_zero);
        for (var step = 0; step < 10_000; step++)
        {
            now += TimeSpan.FromSeconds(random.Next(0, 400));
            var number = random.Next(4);
            var (network, known) = ($"net{number}", number % 2 == 0);
            if (backOff.Begin(network, known, now) is not { } attempt)
            {
                now += BackOff.Longest;
                attempt = backOff.Begin(network, known, now).ShouldNotBeNull();
            }

            backOff.End(attempt, random.Next(10) == 0, now);
        }
    }

    private static bool Guess(BackOff backOff, string network, TimeSpan now, bool known = false)
    {
        if (backOff.Begin(network, known, now) is not { } attempt) return false;
        backOff.End(attempt, false, now);
        return true;
    }

    private static BackOff Failed(int times, string network)
    {
        var backOff = new BackOff();
        var attempt = backOff.Begin(network, true, s_zero)!;
        for (var i = 0; i < times; i++) backOff.End(attempt, false, s_zero);
        return backOff;
    }
}
