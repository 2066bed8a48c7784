using Orleans.Activations;
using Orleans.Runtime;

namespace Orleans.Storage;

/// <summary>A record of one activation.</summary>
internal sealed class PersistentState<TState>(string name, Activation activation, IGrainStorage storage)
    : IPersistentState<TState>, ILifecycleObserver
{
    private readonly GrainState<TState> _record = new(New());

    public TState State
    {
        get => _record.State!;
        set => _record.State = value;
    }

    public string? Etag => _record.ETag;

    public bool RecordExists => _record.RecordExists;

    public Task OnStart(CancellationToken cancellationToken = default) => ReadStateAsync(cancellationToken);

    public Task OnStop(CancellationToken cancellationToken = default) => Task.CompletedTask;

    public Task ReadStateAsync() => ReadStateAsync(CancellationToken.None);

    public Task WriteStateAsync() => WriteStateAsync(CancellationToken.None);

    public Task ClearStateAsync() => ClearStateAsync(CancellationToken.None);

    public async Task ReadStateAsync(CancellationToken cancellationToken)
    {
        await Guarded("reading", () => storage.ReadStateAsync(name, activation.GrainId, _record, cancellationToken));
        FillIn();
    }

    public Task WriteStateAsync(CancellationToken cancellationToken) =>
        Guarded("writing", () => storage.WriteStateAsync(name, activation.GrainId, _record, cancellationToken));

    public async Task ClearStateAsync(CancellationToken cancellationToken)
    {
        await Guarded("clearing", () => storage.ClearStateAsync(name, activation.GrainId, _record, cancellationToken));
        FillIn();
    }

    /// <summary>Refuses callers outside of the grain, and wraps what is no exception of the runtime's.</summary>
    private async Task Guarded(string doing, Func<Task> work)
    {
        if (!ReferenceEquals(RuntimeContext.Current, activation))
        {
            throw new InvalidOperationException("The state of a grain is used from a turn of that grain.");
        }

        try
        {
            await work();
        }
        catch (Exception exception) when (exception is not (OrleansException or OperationCanceledException))
        {
            throw new OrleansException($"Error from storage provider {storage.GetType().Name} while {doing} state {name} of grain {activation.GrainId}.", exception);
        }
    }

    private static TState New() => typeof(TState) == typeof(string) ? default! : System.Activator.CreateInstance<TState>();

    private void FillIn()
    {
        if (_record.State is null)
        {
            _record.State = New();
        }
    }
}
