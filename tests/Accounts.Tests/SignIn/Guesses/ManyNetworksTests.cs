using Actors.Accounts.SignIn.Guesses;

namespace Actors.Accounts.Tests.SignIn.Guesses;

/// <summary>Many networks together guess no faster than a few.</summary>
public sealed class ManyNetworksTests
{
    private const int Networks = 2 * BackOff.MaxUnknownNetworks;

    private static readonly TimeSpan s_hour = TimeSpan.FromHours(1), s_pause = TimeSpan.FromMilliseconds(200);

    [Fact]
    public void Many_networks_share_the_quota()
    {
        var counted = new List<TimeSpan>();
        Attack(new BackOff(), s_hour, counted.Add);

        counted.Count.ShouldBeInRange(BackOff.MaxUnknownAttempts * 59, BackOff.MaxUnknownAttempts * 60);
        for (var i = BackOff.MaxUnknownAttempts; i < counted.Count; i++)
            (counted[i] - counted[i - BackOff.MaxUnknownAttempts]).ShouldBeGreaterThanOrEqualTo(BackOff.UnknownWindow);
    }

    // Control: with only the waits of a bounded number of networks, every guess is admitted.
    [Fact]
    public void Control_without_the_quota_every_guess_is_admitted()
    {
        var (waits, guesses, counted) = (new NetworkWaits(BackOff.MaxUnknownNetworks), 0, 0);
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
    public void Parallel_guesses_are_counted_before_their_checks()
    {
        var backOff = new BackOff();
        Enumerable.Range(0, Networks).Count(i => backOff.Begin($"bot{i}", false, TimeSpan.Zero) is not null).ShouldBe(BackOff.MaxUnknownAttempts);
    }

    [Fact]
    public void An_attack_does_not_block_known_networks()
    {
        var backOff = new BackOff();
        var end = Attack(backOff, s_hour + (BackOff.UnknownWindow / 2), _ => { });

        backOff.Begin("home", true, end).ShouldNotBeNull();
        backOff.Begin("hotel", false, end).ShouldBeNull();
        backOff.Begin("hotel", false, end + BackOff.UnknownWindow).ShouldNotBeNull();
    }

    [Fact]
    public void Failures_in_known_networks_use_no_quota()
    {
        var backOff = new BackOff();
        for (var i = 0; i < BackOff.MaxKnownNetworks; i++) backOff.End(backOff.Begin($"home{i}", true, TimeSpan.Zero)!, false, TimeSpan.Zero);
        backOff.Begin("hotel", false, TimeSpan.Zero).ShouldNotBeNull();
    }

    [Fact]
    public void Only_a_success_returns_its_permit()
    {
        var backOff = new BackOff();
        for (var i = 0; i < Networks; i++)
            backOff.End(backOff.Begin($"net{i}", false, TimeSpan.Zero).ShouldNotBeNull(), true, TimeSpan.Zero);
        for (var i = 0; i < BackOff.MaxUnknownAttempts; i++)
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
