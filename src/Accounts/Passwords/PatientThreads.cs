namespace Actors.Accounts.Passwords;

/// <summary>
/// Work that stands back behind everything else that wants to run, but not for ever: what is not done after <see cref="Patience"/>, because others keep
/// every core busy, is done by a thread like any other. The work must be one that can be done twice.
/// </summary>
internal sealed class PatientThreads(string name, int count) : IDisposable
{
    /// <summary>How long work is left to threads that stand back. A few times what it takes when there are cores to spare.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly WorkThreads _patient = new(name, count, standBack: true);
    private readonly WorkThreads _ordinary = new($"{name}, at last", 1, standBack: false);

    public async Task<T> RunAsync<T>(Func<T> work)
    {
        var result = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        _patient.Add(work, result);
        try
        {
            // Real time, whatever the program's clock says: it is about this machine's cores.
            return await result.Task.WaitAsync(Patience, TimeProvider.System);
        }
        catch (TimeoutException) when (!result.Task.IsFaulted)
        {
            _ordinary.Add(work, result);
            return await result.Task;
        }
    }

    public void Dispose()
    {
        _patient.Dispose();
        _ordinary.Dispose();
    }
}
