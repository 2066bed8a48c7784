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
    public async Task One_of_many_silos_computes_a_value_for_all()
    {
        var asked = Ask(_ => new SharedFill(_time, _shared));
        _gate.SetResult();
        await asked[0];
        while (!Task.WhenAll(asked).IsCompleted) await StepAsync(SharedFill.Pause);

        _made.ShouldBe(1);
        (await Task.WhenAll(asked)).ShouldAllBe(value => value.Body.Length == 1 && value.Version == s_one);
    }

    [Fact]
    public async Task Without_a_shared_cache_every_silo_computes_the_value()
    {
        var asked = Ask(_ => new SharedFill(_time));
        _gate.SetResult();
        await Task.WhenAll(asked);

        _made.ShouldBe(Processes);
    }

    [Fact]
    public async Task Another_silo_computes_the_value_when_the_lease_expires()
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
    public async Task A_caller_does_not_wait_for_ever_for_another_silo()
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
    public async Task The_value_is_computed_when_the_cache_is_unavailable()
    {
        _shared.IsAway = true;
        _gate.SetResult();

        var made = await new SharedFill(_time, _shared).GetAsync("key", s_one, s_keep, MakeAsync);

        (made.Version, made.MadeAt, _made).ShouldBe((s_one, _time.GetUtcNow(), 1));
    }

    [Fact]
    public async Task A_failed_computation_releases_the_lease()
    {
        var fill = new SharedFill(_time, _shared);
        await Should.ThrowAsync<InvalidOperationException>(fill.GetAsync("key", s_one, s_keep, () => throw new InvalidOperationException("away")));
        _gate.SetResult();

        await fill.GetAsync("key", s_one, s_keep, MakeAsync);

        _made.ShouldBe(1);
    }

    [Fact]
    public async Task Get_finds_only_the_required_version_and_Last_any_version()
    {
        var fill = new SharedFill(_time, _shared);
        _gate.SetResult();
        await fill.GetAsync("key", s_one, s_keep, MakeAsync);

        await fill.GetAsync("key", s_two, s_keep, MakeAsync);

        (_made, (await fill.LastAsync("key"))?.Version).ShouldBe((2, s_two));
    }

    [Fact]
    public async Task An_older_version_does_not_replace_a_newer_one()
    {
        var slow = new SharedFill(_time, _shared).GetAsync("key", s_one, s_keep, MakeAsync);
        await new SharedFill(_time, _shared).GetAsync("key", s_two, s_keep, () => Task.FromResult<ReadOnlyMemory<byte>>(new byte[] { 2 }));
        _gate.SetResult();
        await slow;

        (await _shared.LastAsync("key"))!.Version.ShouldBe(s_two);
    }

    [Fact]
    public async Task A_newer_value_serves_an_older_version_for_a_short_time()
    {
        var fill = new SharedFill(_time, _shared);
        _gate.SetResult();
        await fill.GetAsync("key", s_two, s_keep, MakeAsync);

        (await fill.GetAsync("key", s_one, s_keep, MakeAsync)).Version.ShouldBe(s_two);
        _time.Advance(SharedWish.Recent + TimeSpan.FromSeconds(1));
        (await fill.GetAsync("key", s_one, s_keep, MakeAsync)).Version.ShouldBe(s_one, "a backup was restored");

        _made.ShouldBe(2);
    }

    [Fact]
    public async Task A_value_is_shared_even_if_computing_outlasts_the_lease()
    {
        var fill = new SharedFill(_time, _shared);
        Task<SharedValue>[] slow = [fill.GetAsync("key", s_one, s_keep, MakeAsync), fill.GetAsync("key", s_one, s_keep, MakeAsync), fill.GetAsync("key", s_one, s_keep, MakeAsync)];
        for (var waited = TimeSpan.Zero; waited < 3 * SharedFill.Lease; waited += SharedFill.Pause) await StepAsync(SharedFill.Pause);
        _gate.SetResult();
        await Task.WhenAll(slow);

        (await _shared.LastAsync("key"))!.Version.ShouldBe(s_one);
    }

    [Fact]
    public async Task An_expired_value_is_computed_again()
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

    // Gives waiting callers the time to register their timers.
    private async Task StepAsync(TimeSpan step)
    {
        await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System);
        _time.Advance(step);
    }
}
