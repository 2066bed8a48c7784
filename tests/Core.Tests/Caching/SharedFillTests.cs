using Actors.Core.Caching;
using Actors.TestKit;

namespace Actors.Core.Tests.Caching;

public sealed class SharedFillTests
{
    private const int Processes = 50;
    private static readonly TimeSpan s_keep = TimeSpan.FromMinutes(30);
    private static readonly SharedVersion s_one = new(1, "v1"), s_two = new(2, "v2");
    private readonly ManualTimeProvider _time = new();
    private readonly SharedMemory _shared;
    private readonly TaskCompletionSource _gate = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _made;

    public SharedFillTests() => _shared = new SharedMemory(_time);

    [Fact]
    public async Task Of_many_processes_one_makes_a_value_and_all_get_it()
    {
        var asked = Ask(_ => new SharedFill(_time, _shared));
        _gate.SetResult();
        await asked[0];
        while (!Task.WhenAll(asked).IsCompleted) await StepAsync(SharedFill.Pause);

        _made.ShouldBe(1);
        (await Task.WhenAll(asked)).ShouldAllBe(value => value.Body.Length == 1 && value.Version == s_one);
    }

    [Fact]
    public async Task Without_anything_to_share_everybody_makes_it()
    {
        var asked = Ask(_ => new SharedFill(_time));
        _gate.SetResult();
        await Task.WhenAll(asked);

        _made.ShouldBe(Processes);
    }

    [Fact]
    public async Task When_the_one_who_makes_it_is_lost_another_does_after_the_lease()
    {
        await _shared.FindOrLeaseAsync("key", Wish(s_one), SharedFill.Lease);
        _gate.SetResult();
        var asked = Ask(_ => new SharedFill(_time, _shared));

        for (var waited = TimeSpan.Zero; waited < SharedFill.Lease - SharedFill.Pause; waited += SharedFill.Pause) await StepAsync(SharedFill.Pause);
        _made.ShouldBe(0);
        while (!Task.WhenAll(asked).IsCompleted) await StepAsync(SharedFill.Pause);

        _made.ShouldBe(1);
    }

    [Fact]
    public async Task Somebody_who_takes_too_long_is_not_waited_for_for_ever()
    {
        await _shared.FindOrLeaseAsync("key", Wish(s_one), TimeSpan.FromHours(1));
        _gate.SetResult();
        var asked = new SharedFill(_time, _shared).GetAsync("key", s_one, s_keep, MakeAsync);

        for (var waited = TimeSpan.Zero; !asked.IsCompleted; waited += SharedFill.Pause)
        {
            waited.ShouldBeLessThanOrEqualTo(SharedFill.Patience + TimeSpan.FromSeconds(1));
            await StepAsync(SharedFill.Pause);
        }

        _made.ShouldBe(1);
    }

    [Fact]
    public async Task A_cache_that_is_away_costs_nothing_and_what_it_has_not_is_made()
    {
        _shared.IsAway = true;
        _gate.SetResult();

        var made = await new SharedFill(_time, _shared).GetAsync("key", s_one, s_keep, MakeAsync);

        (made.Version, made.MadeAt, _made).ShouldBe((s_one, _time.GetUtcNow(), 1));
    }

    [Fact]
    public async Task Who_fails_gives_the_lease_back_and_the_next_makes_it()
    {
        var fill = new SharedFill(_time, _shared);
        await Should.ThrowAsync<InvalidOperationException>(fill.GetAsync("key", s_one, s_keep, () => throw new InvalidOperationException("away")));
        _gate.SetResult();

        await fill.GetAsync("key", s_one, s_keep, MakeAsync);

        _made.ShouldBe(1);
    }

    [Fact]
    public async Task Only_the_version_that_is_wanted_is_found_and_the_last_one_whatever_it_is()
    {
        var fill = new SharedFill(_time, _shared);
        _gate.SetResult();
        await fill.GetAsync("key", s_one, s_keep, MakeAsync);

        await fill.GetAsync("key", s_two, s_keep, MakeAsync);

        (_made, (await fill.LastAsync("key"))?.Version).ShouldBe((2, s_two));
    }

    [Fact]
    public async Task Who_makes_something_older_is_not_waited_for_and_does_not_replace_what_is_newer()
    {
        var slow = new SharedFill(_time, _shared).GetAsync("key", s_one, s_keep, MakeAsync);
        await new SharedFill(_time, _shared).GetAsync("key", s_two, s_keep, () => Task.FromResult<ReadOnlyMemory<byte>>(new byte[] { 2 }));
        _gate.SetResult();
        await slow;

        (await _shared.LastAsync("key"))!.Version.ShouldBe(s_two);
    }

    [Fact]
    public async Task Who_wants_something_older_gets_what_was_just_made_as_what_it_is()
    {
        var fill = new SharedFill(_time, _shared);
        _gate.SetResult();
        await fill.GetAsync("key", s_two, s_keep, MakeAsync);

        (await fill.GetAsync("key", s_one, s_keep, MakeAsync)).Version.ShouldBe(s_two);
        _time.Advance(SharedWish.Recent + TimeSpan.FromSeconds(1));
        (await fill.GetAsync("key", s_one, s_keep, MakeAsync)).Version.ShouldBe(s_one, "a backup was put back");

        _made.ShouldBe(2);
    }

    [Fact]
    public async Task When_making_takes_longer_than_the_lease_it_is_shared_all_the_same()
    {
        var fill = new SharedFill(_time, _shared);
        Task<SharedValue>[] slow = [fill.GetAsync("key", s_one, s_keep, MakeAsync), fill.GetAsync("key", s_one, s_keep, MakeAsync), fill.GetAsync("key", s_one, s_keep, MakeAsync)];
        for (var waited = TimeSpan.Zero; waited < 3 * SharedFill.Lease; waited += SharedFill.Pause) await StepAsync(SharedFill.Pause);
        _gate.SetResult();
        await Task.WhenAll(slow);

        (await _shared.LastAsync("key"))!.Version.ShouldBe(s_one);
    }

    [Fact]
    public async Task What_is_older_than_values_are_kept_is_made_anew()
    {
        var fill = new SharedFill(_time, _shared);
        _gate.SetResult();
        await fill.GetAsync("key", s_one, s_keep, MakeAsync);
        _time.Advance(s_keep);

        await fill.GetAsync("key", s_one, s_keep, MakeAsync);

        _made.ShouldBe(2);
    }

    private SharedWish Wish(SharedVersion version) => new(version, _time.GetUtcNow(), s_keep);

    private Task<SharedValue>[] Ask(Func<int, SharedFill> process) =>
        [.. Enumerable.Range(0, Processes).Select(n => process(n).GetAsync("key", s_one, s_keep, MakeAsync))];

    private async Task<ReadOnlyMemory<byte>> MakeAsync()
    {
        var made = Interlocked.Increment(ref _made);
        await _gate.Task;
        return new[] { (byte)made };
    }

    // Whoever waits has asked for his timer by then.
    private async Task StepAsync(TimeSpan step)
    {
        await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System);
        _time.Advance(step);
    }
}
