using Actors.Catalog.Events.Dates;
using Actors.Catalog.Events;

namespace Actors.Catalog.Tests.Events.Dates;

public sealed class RolloverTests
{
    private static readonly DateTimeOffset s_now = new(2026, 5, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_future_shown_date_stays() =>
        Rollover.NextDate(In(48), [In(24), In(48)], s_now).ShouldBe(In(48));

    [Fact]
    public void A_past_date_is_replaced_by_the_earliest_future_one() =>
        Rollover.NextDate(In(-1), [In(72), In(-1), In(24), In(48)], s_now).ShouldBe(In(24));

    [Fact]
    public void A_date_equal_to_now_has_passed() => Rollover.NextDate(In(0), [In(0)], s_now).ShouldBeNull();

    [Fact]
    public void Without_a_future_date_there_is_none() => Rollover.NextDate(In(-1), [], s_now).ShouldBeNull();

    private static EventDate In(int hours) => new($"{hours}h", s_now.AddHours(hours));
}
