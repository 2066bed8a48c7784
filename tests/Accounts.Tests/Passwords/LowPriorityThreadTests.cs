using Actors.Accounts.Passwords;

namespace Actors.Accounts.Tests.Passwords;

/// <summary>Hashing has a low priority but does not starve.</summary>
public sealed class LowPriorityThreadTests
{
    [Fact]
    public async Task Starved_work_runs_on_a_normal_thread()
    {
        using var threads = new LowPriorityThreads("test", 1);
        using var freed = new ManualResetEventSlim();
        var runs = 0;

        // The first run simulates a starved thread; the second one is on the normal thread.
        var starved = threads.RunAsync(() =>
        {
            if (Interlocked.Increment(ref runs) == 1) freed.Wait();
            return "done";
        });
        var behind = threads.RunAsync(() => "done too");

        (await starved).ShouldBe("done");
        (await behind).ShouldBe("done too");
        freed.Set();
    }

    [Fact]
    public async Task Exceptions_reach_the_caller()
    {
        using var threads = new LowPriorityThreads("test", 1);
        await Should.ThrowAsync<TimeoutException>(threads.RunAsync<int>(() => throw new TimeoutException("mine")));
        (await threads.RunAsync(() => 1)).ShouldBe(1);
    }
}
