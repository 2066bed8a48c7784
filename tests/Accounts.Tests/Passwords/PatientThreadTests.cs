using Actors.Accounts.Passwords;

namespace Actors.Accounts.Tests.Passwords;

/// <summary>Hashing stands back behind requests, but is done in the end.</summary>
public sealed class PatientThreadTests
{
    [Fact]
    public async Task Work_that_no_patient_thread_gets_to_is_done_by_an_ordinary_one()
    {
        using var threads = new PatientThreads("test", 1);
        using var freed = new ManualResetEventSlim();
        var runs = 0;

        // The first run is a thread that gets no processor time; the second is the ordinary thread's.
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
    public async Task A_failure_reaches_whoever_asked_also_when_it_is_a_time_out()
    {
        using var threads = new PatientThreads("test", 1);
        await Should.ThrowAsync<TimeoutException>(threads.RunAsync<int>(() => throw new TimeoutException("mine")));
        (await threads.RunAsync(() => 1)).ShouldBe(1);
    }
}
