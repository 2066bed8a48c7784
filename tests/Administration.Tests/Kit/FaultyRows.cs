using Actors.Persistence;
using Microsoft.Extensions.DependencyInjection;

namespace Actors.Administration.Tests.Kit;

/// <summary>A row store with faults: commits that fail, that are stored without a response, or that are late.</summary>
internal sealed class FaultyRows(IRowStore inner) : IRowStore
{
    /// <summary>Runs before a commit; if it throws, nothing is stored.</summary>
    public Func<Task> Before { get; set; } = () => Task.CompletedTask;

    /// <summary>Runs after a commit; if it throws, the commit is stored but not acknowledged.</summary>
    public Func<Task> After { get; set; } = () => Task.CompletedTask;

    public static StoreUnavailableException Away => new("away");

    /// <summary>Replaces the registered row store.</summary>
    public static void Add(IServiceCollection services)
    {
        var real = services.Last(s => s.ServiceType == typeof(IRowStore)).ImplementationFactory!;
        services.AddSingleton(provider => new FaultyRows((IRowStore)real(provider)));
        services.AddSingleton<IRowStore>(provider => provider.GetRequiredService<FaultyRows>());
    }

    public Task<StoredRow<TState>?> ReadAsync<TState>(RowKind<TState> kind, string key, CancellationToken ct) => inner.ReadAsync(kind, key, ct);

    public async Task CommitAsync(WriteSet set, CancellationToken ct)
    {
        await Before();
        await inner.CommitAsync(set, ct);
        await After();
    }
}
