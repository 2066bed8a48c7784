using Actors.Persistence;
using Orleans.Runtime.Hosting;

namespace Actors.Grains.Storage;

/// <summary>Registers grain storage over rows.</summary>
public static class RowStorageSetup
{
    /// <summary>
    /// Adds grain storage over one kind of rows. A grain uses it with <c>[PersistentState("event", "events")]</c>; its key is the row's key.
    /// </summary>
    public static IServiceCollection AddRowGrainStorage<TState>(this IServiceCollection services, string storageName, RowKind<TState> kind) =>
        services.AddGrainStorage(storageName, (provider, _) => new RowGrainStorage<TState>(provider.GetRequiredService<IRowStore>(), kind));
}
