namespace Actors.Cluster.Tests.Kit;

/// <summary>A cluster shared by several tests, started on first use.</summary>
internal sealed class LazyCluster(Func<Task<TestCluster>> start)
{
    private readonly Lazy<Task<TestCluster>> _cluster = new(start);

    public Task<TestCluster> StartedAsync() => _cluster.Value;

    /// <summary>Stops the cluster if it was started.</summary>
    public async Task EndAsync()
    {
        if (_cluster is { IsValueCreated: true, Value: { IsCompletedSuccessfully: true } started }) await (await started).DisposeAsync();
    }
}
