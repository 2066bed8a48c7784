using System.Collections.Concurrent;

namespace Actors.Catalog.Provider.Topic;

/// <summary>A thread for blocking calls, one after another, so that they block no pool thread.</summary>
internal sealed class DedicatedThread : IDisposable
{
    private readonly BlockingCollection<Action> _work = [];

    public DedicatedThread(string name) => new Thread(Work) { IsBackground = true, Name = name }.Start();

    /// <summary>Runs a call on the thread.</summary>
    public Task<T> RunAsync<T>(Func<T> work)
    {
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        _work.Add(() =>
        {
            try
            {
                done.SetResult(work());
            }
#pragma warning disable CA1031 // the caller receives it
            catch (Exception failure)
#pragma warning restore CA1031
            {
                done.SetException(failure);
            }
        });
        return done.Task;
    }

    /// <summary>The thread ends after its pending calls.</summary>
    public void Dispose() => _work.CompleteAdding();

    private void Work()
    {
        foreach (var work in _work.GetConsumingEnumerable()) work();
        _work.Dispose();
    }
}
