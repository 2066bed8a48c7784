using Actors.Catalog.Listing.Lists;
using Actors.Catalog.Listing.Snapshots;
using Actors.TestKit;

namespace Actors.Catalog.Tests.Listing.Views;

public sealed class TallyPaceTests
{
    private static readonly TimeSpan s_second = TimeSpan.FromSeconds(1);
    private readonly ManualTimeProvider _time = new();
    private readonly TallyPace _pace;
    private TaskCompletionSource _slow = new();
    private int _sums;

    public TallyPaceTests() => (_pace, _) = (new TallyPace(_time), _slow.TrySetResult());

    [Fact]
    public async Task A_quick_sum_is_made_at_every_look()
    {
        for (var i = 0; i < 5; i++) await LookAsync();

        _sums.ShouldBe(5);
    }

    [Fact]
    public async Task Nobody_waits_for_a_slow_sum_and_it_rests_fifty_times_as_long()
    {
        await LookAsync(takes: s_second / 10);
        _time.Advance(4 * s_second);
        await LookAsync();
        _sums.ShouldBe(1);

        _time.Advance(2 * s_second);
        _slow = new TaskCompletionSource();
        (await LookAsync()).ShouldNotBeNull("it is being summed up beside");
        _sums.ShouldBe(2);
    }

    [Fact]
    public async Task However_long_a_sum_took_the_next_follows_within_ten_seconds()
    {
        await LookAsync(takes: 20 * s_second);
        _time.Advance(SumPace.LongestRest - s_second);
        await LookAsync();
        _sums.ShouldBe(1);

        _time.Advance(s_second);
        await LookAsync();

        _sums.ShouldBe(2);
    }

    [Fact]
    public async Task A_sum_made_beside_that_differs_is_told_at_the_next_look()
    {
        await LookAsync(takes: s_second);
        _time.Advance(51 * s_second);
        (await LookAsync(isTrue: false)).ShouldNotBeNull();

        (await LookAsync()).ShouldBeNull();
        (await LookAsync()).ShouldNotBeNull();
    }

    private Task<EventChangeList?> LookAsync(TimeSpan takes = default, bool isTrue = true) => _pace.CheckAsync(
        async tally =>
        {
            if (!tally) return default;
            _sums++;
            await _slow.Task;
            _time.Advance(takes);
            return default;
        },
        _ => isTrue);
}
