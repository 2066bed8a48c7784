namespace Actors.Runtime.Tests.Grains;

/// <summary>Tries to leave its turn in every way there is, and reports where code ran.</summary>
[Alias("runtime.ITurnGrain")]
internal interface ITurnGrain : IGrainWithStringKey
{
    /// <summary>Names of the places that ran outside of the grain's scheduler.</summary>
    Task<string> Escapes();

    /// <summary>Where code runs that may leave: the negative control.</summary>
    Task<string> Leaves();

    /// <summary>The most pieces of this grain's code that ever ran at the same time, in loops that yield all the time.</summary>
    Task<int> MostAtOnce(int loops, int rounds);

    Task<bool> HasSynchronizationContext();
}

internal sealed class TurnGrain : Grain, ITurnGrain
{
    private int _inside;
    private int _most;

    public async Task<string> Escapes()
    {
        var home = TaskScheduler.Current;
        List<string> outside = [];
        void Check(string where)
        {
            if (!ReferenceEquals(TaskScheduler.Current, home))
            {
                outside.Add(where);
            }
        }

        if (ReferenceEquals(home, TaskScheduler.Default))
        {
            outside.Add("first turn");
        }

        await Task.Yield();
        Check("after Yield");
        await Soon();
        Check("after Delay");
        await Task.Run(static () => { });
        Check("after Run");
        await Task.Factory.StartNew(() => Check("StartNew"), CancellationToken.None, TaskCreationOptions.None, TaskScheduler.Current);
#pragma warning disable CA2008 // Without a scheduler: that is what is tried here.
        await Task.Factory.StartNew(() => Check("StartNew without scheduler"));
        await Soon().ContinueWith(_ => Check("ContinueWith"));
#pragma warning restore CA2008
        await Later();
        Check("after a source completed on the pool");
        await Task.WhenAll(Soon(), Task.Run(static () => { }));
        Check("after WhenAll");
        await GrainFactory.GetGrain<IWorkGrain>("another").Echo(1);
        Check("after a call");
        await GrainFactory.GetGrain<IWorkGrain>("another").Fail("expected").ContinueWith(failed => failed.Exception, TaskScheduler.Current);
        Check("after a failed call");
        return string.Join(", ", outside);
    }

    public async Task<string> Leaves()
    {
        var home = TaskScheduler.Current;
        List<string> outside = [];
        await Task.Run(() =>
        {
            if (!ReferenceEquals(TaskScheduler.Current, home))
            {
                outside.Add("Run");
            }
        });
        return string.Join(", ", outside);
    }

    public async Task<int> MostAtOnce(int loops, int rounds)
    {
        await Task.WhenAll(Enumerable.Range(0, loops).Select(loop => loop % 2 == 0 ? Loop(rounds) : Task.Factory.StartNew(
            () => Loop(rounds), CancellationToken.None, TaskCreationOptions.None, TaskScheduler.Current).Unwrap()));
        return _most;
    }

    public Task<bool> HasSynchronizationContext() => Task.FromResult(SynchronizationContext.Current is not null);

    private static Task Soon() => Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System);

    private static Task Later()
    {
        var source = new TaskCompletionSource();
        ThreadPool.UnsafeQueueUserWorkItem(static done => done.SetResult(), source, preferLocal: false);
        return source.Task;
    }

    private async Task Loop(int rounds)
    {
        for (var round = 0; round < rounds; round++)
        {
            _most = Math.Max(_most, Interlocked.Increment(ref _inside));
            Thread.SpinWait(50);
            Interlocked.Decrement(ref _inside);
            await (round % 3 == 0 ? Later() : Yield());
        }
    }

    private static async Task Yield() => await Task.Yield();
}
