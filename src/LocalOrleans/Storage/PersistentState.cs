using Orleans.Runtime;

namespace Orleans.Storage;

/// <summary>A record of one activation.</summary>
internal sealed class PersistentState<TState>(string name, GrainId grain, IGrainStorage storage)
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
        await storage.ReadStateAsync(name, grain, _record, cancellationToken);
        FillIn();
    }

    public Task WriteStateAsync(CancellationToken cancellationToken) =>
        storage.WriteStateAsync(name, grain, _record, cancellationToken);

    public async Task ClearStateAsync(CancellationToken cancellationToken)
    {
        await storage.ClearStateAsync(name, grain, _record, cancellationToken);
        FillIn();
    }

    private static TState New() => typeof(TState) == typeof(string) ? default! : Activator.CreateInstance<TState>();

    private void FillIn()
    {
        if (_record.State is null)
        {
            _record.State = New();
        }
    }
}
