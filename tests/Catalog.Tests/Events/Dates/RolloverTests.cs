using Actors.Catalog.Events.Dates;
using Actors.Catalog.Events;

namespace Actors.Catalog.Tests.Events.Dates;

public sealed class RolloverTests
{
    private static readonly DateTimeOffset s_now = new(2026, 5, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_date_to_come_stays_even_when_an_earlier_one_is_listed() =>
        Rollover.NextDate(In(48), [In(24), In(48)], s_now).ShouldBe(In(48));

    [Fact]
    public void A_date_gone_by_gives_way_to_the_earliest_to_come_in_any_order() =>
        Rollover.NextDate(In(-1), [In(72), In(-1), In(24), In(48)], s_now).ShouldBe(In(24));

    [Fact]
    public void The_very_moment_counts_as_gone_by() => Rollover.NextDate(In(0), [In(0)], s_now).ShouldBeNull();

    [Fact]
    public void An_event_without_any_date_to_come_has_none() => Rollover.NextDate(In(-1), [], s_now).ShouldBeNull();

    private static EventDate In(int hours) => new($"{hours}h", s_now.AddHours(hours));
}
