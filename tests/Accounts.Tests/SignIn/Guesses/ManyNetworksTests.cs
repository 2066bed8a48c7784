using Actors.Accounts.SignIn.Guesses;

namespace Actors.Accounts.Tests.SignIn.Guesses;

/// <summary>However many networks guess at one identifier, they guess no faster together than a few.</summary>
public sealed class ManyNetworksTests
{
    private const int Networks = 2 * BackOff.MaxStrangers;

    private static readonly TimeSpan s_hour = TimeSpan.FromHours(1), s_pause = TimeSpan.FromMilliseconds(200);

    [Fact]
    public void Going_round_more_networks_than_are_remembered_gives_no_more_than_the_turns_of_each_minute()
    {
        var counted = new List<TimeSpan>();
        Attack(new BackOff(), s_hour, counted.Add);

        counted.Count.ShouldBeInRange(BackOff.Strangers * 59, BackOff.Strangers * 60);
        for (var i = BackOff.Strangers; i < counted.Count; i++)
            (counted[i] - counted[i - BackOff.Strangers]).ShouldBeGreaterThanOrEqualTo(BackOff.StrangersWindow);
    }

    // The control: with nothing but a wait for each network, and a bound on how many are remembered, every guess counts.
    [Fact]
    public void With_the_waits_alone_every_guess_counts()
    {
        var (waits, guesses, counted) = (new NetworkWaits(BackOff.MaxStrangers), 0, 0);
        for (var now = TimeSpan.Zero; now < s_hour; now += s_pause)
        {
            var network = $"bot{guesses++ % Networks}";
            if (!waits.Allows(network, now)) continue;
            counted++;
            waits.Failed(network, now);
        }

        counted.ShouldBe(guesses);
    }

    [Fact]
    public void Guesses_at_once_are_counted_before_any_of_them_is_judged()
    {
        var backOff = new BackOff();
        Enumerable.Range(0, Networks).Count(i => backOff.Begin($"bot{i}", false, TimeSpan.Zero) is not null).ShouldBe(BackOff.Strangers);
    }

    [Fact]
    public void During_an_attack_a_known_network_is_not_kept_out_and_another_waits_a_minute_longer_than_the_attack()
    {
        var backOff = new BackOff();
        var end = Attack(backOff, s_hour + (BackOff.StrangersWindow / 2), _ => { });

        backOff.Begin("home", true, end).ShouldNotBeNull();
        backOff.Begin("hotel", false, end).ShouldBeNull();
        backOff.Begin("hotel", false, end + BackOff.StrangersWindow).ShouldNotBeNull();
    }

    [Fact]
    public void Failures_in_known_networks_take_no_turn_from_others()
    {
        var backOff = new BackOff();
        for (var i = 0; i < BackOff.MaxKnown; i++) backOff.End(backOff.Begin($"home{i}", true, TimeSpan.Zero)!, false, TimeSpan.Zero);
        backOff.Begin("hotel", false, TimeSpan.Zero).ShouldNotBeNull();
    }

    [Fact]
    public void Success_gives_its_turn_back_and_failure_does_not()
    {
        var backOff = new BackOff();
        for (var i = 0; i < Networks; i++)
            backOff.End(backOff.Begin($"net{i}", false, TimeSpan.Zero).ShouldNotBeNull(), true, TimeSpan.Zero);
        for (var i = 0; i < BackOff.Strangers; i++)
            backOff.End(backOff.Begin($"net{i}", false, TimeSpan.Zero).ShouldNotBeNull(), false, TimeSpan.Zero);

        backOff.Begin("hotel", false, TimeSpan.Zero).ShouldBeNull();
    }

    private static TimeSpan Attack(BackOff backOff, TimeSpan length, Action<TimeSpan> counted)
    {
        var now = TimeSpan.Zero;
        for (var i = 0; now < length; i++, now += s_pause)
        {
            if (backOff.Begin($"bot{i % Networks}", false, now) is not { } attempt) continue;
            counted(now);
            backOff.End(attempt, false, now);
        }

        return now;
    }
}
