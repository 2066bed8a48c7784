using Actors.Accounts.Rules;
using Actors.TestKit;
using Xunit.Abstractions;

namespace Actors.Accounts.Tests.Rules;

/// <summary>Guessing is slowed down; nobody is locked out for ever, and nobody is locked out by others.</summary>
public sealed class BackOffTests(ITestOutputHelper output)
{
    private static readonly TimeSpan Zero = TimeSpan.Zero, Second = TimeSpan.FromSeconds(1), Year = TimeSpan.FromDays(365);

    [Fact]
    public void A_few_slips_cost_nothing_and_then_every_failure_doubles_the_wait()
    {
        var backOff = new BackOff();
        var now = Zero;
        var waits = Enumerable.Range(0, 20).Select(_ =>
        {
            backOff.Failed("home", now);
            var before = now;
            while (!backOff.Allows("home", now)) now += Second;
            return (now - before).TotalSeconds;
        }).ToArray();

        waits.Take(BackOff.Free - 1).ShouldAllBe(w => w == 0);
        waits.Skip(BackOff.Free - 1).Take(10).ShouldBe([1, 2, 4, 8, 16, 32, 64, 128, 256, 512]);
        waits.Skip(BackOff.Free + 9).ShouldAllBe(w => w == BackOff.Longest.TotalSeconds);
    }

    [Fact]
    public void A_network_that_hammers_for_a_year_still_gets_its_turns()
    {
        var (backOff, now, guesses) = (new BackOff(), Zero, 0);
        for (; now < Year; now += TimeSpan.FromSeconds(30))
        {
            if (!backOff.Allows("attacker", now)) continue;
            guesses++;
            backOff.Failed("attacker", now);
        }

        guesses.ShouldBeInRange((int)(Year / BackOff.Longest) / 2, (int)(Year / BackOff.Longest) + 20);
        backOff.Allows("attacker", now + BackOff.Longest).ShouldBeTrue();
    }

    // The control: without waits the same year is a guess every half minute.
    [Fact]
    public void Without_the_wait_the_same_attacker_would_guess_thirty_times_as_often() =>
        (Year / TimeSpan.FromSeconds(30)).ShouldBeGreaterThan(25 * (Year / BackOff.Longest));

    [Fact]
    public void Attempts_made_while_waiting_do_not_lengthen_the_wait()
    {
        var backOff = Failed(BackOff.Free + 3, "home");
        var free = Zero;
        while (!backOff.Allows("home", free)) free += Second;
        free.ShouldBe(TimeSpan.FromSeconds(8));
    }

    [Fact]
    public void A_success_forgives_the_slips_of_its_network()
    {
        var backOff = Failed(BackOff.Free + 3, "home");
        backOff.Succeeded("home");
        backOff.Allows("home", Zero).ShouldBeTrue();
        backOff.IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public void Another_network_is_not_kept_out()
    {
        var backOff = Failed(1000, "attacker");
        backOff.Allows("attacker", Zero).ShouldBeFalse();
        backOff.Allows("home", Zero).ShouldBeTrue();
    }

    [Fact]
    public void Under_attack_from_many_networks_each_gets_one_free_guess_and_one_that_never_failed_its_turn()
    {
        var backOff = new BackOff();
        foreach (var network in Enumerable.Range(0, BackOff.Attack)) backOff.Failed($"bot{network}", Zero);
        backOff.Allows("bot0", Zero).ShouldBeFalse();
        backOff.Allows("home", Zero).ShouldBeTrue();
    }

    [Fact]
    public void What_is_remembered_is_bounded_and_forgotten()
    {
        var backOff = new BackOff();
        for (var i = 0; i < 10 * BackOff.MaxNetworks; i++) backOff.Failed($"bot{i}", TimeSpan.FromMilliseconds(i));
        backOff.Networks.ShouldBe(BackOff.MaxNetworks);
        backOff.Allows("home", BackOff.Memory + TimeSpan.FromHours(1)).ShouldBeTrue();
        backOff.IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public void No_sequence_of_events_keeps_a_network_out_for_longer_than_the_longest_wait()
    {
        var random = SeededRandom.Create(output);
        var (backOff, now) = (new BackOff(), Zero);
        for (var step = 0; step < 10_000; step++)
        {
            now += TimeSpan.FromSeconds(random.Next(0, 400));
            var network = $"net{random.Next(4)}";
            if (!backOff.Allows(network, now)) backOff.Allows(network, now + BackOff.Longest).ShouldBeTrue();
            else if (random.Next(10) == 0) backOff.Succeeded(network);
            else backOff.Failed(network, now);
        }
    }

    private static BackOff Failed(int times, string network)
    {
        var backOff = new BackOff();
        for (var i = 0; i < times; i++) backOff.Failed(network, Zero);
        return backOff;
    }
}
