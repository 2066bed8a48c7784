using Actors.Persistence;
using Microsoft.Extensions.DependencyInjection;

namespace Actors.Administration.Tests.Kit;

/// <summary>The rows with faults: commits that are lost, or stored without the writer hearing of it, or late.</summary>
internal sealed class FaultyRows(IRowStore inner) : IRowStore
{
    /// <summary>Called before a commit; may throw, so that nothing is stored.</summary>
    public Func<Task> Before { get; set; } = () => Task.CompletedTask;

    /// <summary>Called after a commit; may throw, so that it is stored and not acknowledged.</summary>
    public Func<Task> After { get; set; } = () => Task.CompletedTask;

    public static StoreUnavailableException Away => new("away");

    /// <summary>Puts itself in the place of the rows.</summary>
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
