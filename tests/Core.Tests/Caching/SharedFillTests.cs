using Actors.Core.Caching;
using Actors.TestKit;

namespace Actors.Core.Tests.Caching;

public sealed class SharedFillTests
{
    private const int Processes = 50;
    private static readonly TimeSpan s_keep = TimeSpan.FromMinutes(30);
    private readonly ManualTimeProvider _time = new();
    private readonly SharedMemory _shared;
    private readonly TaskCompletionSource _gate = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private string _current = "v1";
    private int _made;

    public SharedFillTests() => _shared = new SharedMemory(_time);

    [Fact]
    public async Task One_of_many_processes_makes_a_value_and_all_get_it()
    {
        var asked = Ask(_ => new SharedFill(_time, _shared));
        _gate.SetResult();
        await asked[0];
        while (!Task.WhenAll(asked).IsCompleted) await StepAsync(SharedFill.Pause);

        _made.ShouldBe(1);
        (await Task.WhenAll(asked)).ShouldAllBe(value => value.Body.Length == 1 && value.Version == "v1");
    }

    [Fact]
    public async Task Control_Without_a_shared_cache_every_process_makes_it()
    {
        var asked = Ask(_ => new SharedFill(_time));
        _gate.SetResult();
        await Task.WhenAll(asked);

        _made.ShouldBe(Processes);
    }

    [Fact]
    public async Task When_the_maker_is_lost_another_makes_it_after_the_lease()
    {
        await _shared.LeaseAsync("key", SharedFill.Lease);
        _gate.SetResult();
        var asked = Ask(_ => new SharedFill(_time, _shared));

        for (var waited = TimeSpan.Zero; waited < SharedFill.Lease - SharedFill.Pause; waited += SharedFill.Pause) await StepAsync(SharedFill.Pause);
        _made.ShouldBe(0);
        while (!Task.WhenAll(asked).IsCompleted) await StepAsync(SharedFill.Pause);

        _made.ShouldBe(1);
    }

    [Fact]
    public async Task A_maker_that_takes_too_long_is_not_waited_for()
    {
        await _shared.LeaseAsync("key", TimeSpan.FromHours(1));
        _gate.SetResult();
        var asked = GetAsync();

        for (var waited = TimeSpan.Zero; !asked.IsCompleted; waited += SharedFill.Pause)
        {
            waited.ShouldBeLessThanOrEqualTo(SharedFill.Patience + TimeSpan.FromSeconds(1));
            await StepAsync(SharedFill.Pause);
        }

        _made.ShouldBe(1);
    }

    [Fact]
    public async Task While_the_cache_is_away_the_value_is_made_at_once()
    {
        _shared.IsAway = true;
        _gate.SetResult();

        var made = await GetAsync();

        (made.Version, made.MadeAt, _made).ShouldBe(("v1", _time.GetUtcNow(), 1));
    }

    [Fact]
    public async Task A_maker_that_fails_gives_the_lease_back()
    {
        var fill = new SharedFill(_time, _shared);
        await Should.ThrowAsync<InvalidOperationException>(fill.GetAsync("key", IsCurrentAsync, s_keep, () => throw new InvalidOperationException("away")));
        _gate.SetResult();

        await GetAsync();

        _made.ShouldBe(1);
    }

    [Fact]
    public async Task An_outdated_value_is_made_again_and_is_the_last_one_until_then()
    {
        _gate.SetResult();
        await GetAsync();
        _current = "v2";
        (await new SharedFill(_time, _shared).LastAsync("key"))!.Version.ShouldBe("v1");

        (await GetAsync()).Version.ShouldBe("v2");

        (_made, (await new SharedFill(_time, _shared).LastAsync("key"))!.Version).ShouldBe((2, "v2"));
    }

    [Fact]
    public async Task A_value_made_after_its_lease_expired_is_shared_all_the_same()
    {
        Task<SharedValue>[] slow = [GetAsync(), GetAsync(), GetAsync()];
        for (var waited = TimeSpan.Zero; waited < 3 * SharedFill.Lease; waited += SharedFill.Pause) await StepAsync(SharedFill.Pause);
        _gate.SetResult();
        await Task.WhenAll(slow);

        (await new SharedFill(_time, _shared).LastAsync("key"))!.Version.ShouldBe("v1");
    }

    [Fact]
    public async Task A_value_older_than_its_time_to_live_is_made_again()
    {
        _gate.SetResult();
        await GetAsync();
        _time.Advance(s_keep);

        await GetAsync();

        _made.ShouldBe(2);
    }

    private Task<SharedValue> GetAsync() => new SharedFill(_time, _shared).GetAsync("key", IsCurrentAsync, s_keep, MakeAsync);

    private Task<SharedValue>[] Ask(Func<int, SharedFill> process) =>
        [.. Enumerable.Range(0, Processes).Select(n => process(n).GetAsync("key", IsCurrentAsync, s_keep, MakeAsync))];

    private Task<bool> IsCurrentAsync(string version) => Task.FromResult(version == _current);

    private async Task<(string Version, ReadOnlyMemory<byte> Body)> MakeAsync()
    {
        var made = Interlocked.Increment(ref _made);
        await _gate.Task;
        return (_current, new[] { (byte)made });
    }

    // Gives waiting callers time to set their timers.
    private async Task StepAsync(TimeSpan step)
    {
        await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System);
        _time.Advance(step);
    }
}
