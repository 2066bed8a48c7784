using Actors.Accounts.Accounts;
using Actors.Persistence;
using Microsoft.Extensions.DependencyInjection;

namespace Actors.Accounts.Tests.Kit;

/// <summary>The accounts' store with faults: a write that is lost, or stored without the writer hearing of it.</summary>
internal sealed class FaultyStore(IAccountStore inner) : IAccountStore
{
    /// <summary>Called before a write; may throw, so that nothing is stored.</summary>
    public Action<AccountChange> Before { get; set; } = _ => { };

    /// <summary>Called after a write; may throw, so that it is stored and not acknowledged.</summary>
    public Func<AccountChange, Task> After { get; set; } = _ => Task.CompletedTask;

    /// <summary>Called before a read; may throw.</summary>
    public Action Reading { get; set; } = () => { };

    /// <summary>Called before a read of a whole account, too.</summary>
    public Action Loading { get; set; } = () => { };

    /// <summary>Puts itself in the place of the store.</summary>
    public static void Add(IServiceCollection services)
    {
        var real = services.Last(s => s.ServiceType == typeof(IAccountStore));
        services.AddSingleton(provider => new FaultyStore((IAccountStore)ActivatorUtilities.CreateInstance(provider, real.ImplementationType!)));
        services.AddSingleton<IAccountStore>(provider => provider.GetRequiredService<FaultyStore>());
    }

    public static Exception Away => new StoreUnavailableException("away", new IOException());

    public async Task<StoredAccount?> LoadAsync(Guid account, CancellationToken cancellationToken)
    {
        Reading();
        Loading();
        return await inner.LoadAsync(account, cancellationToken);
    }

    public async Task<AccountSecret?> SecretAsync(Guid account, CancellationToken cancellationToken)
    {
        Reading();
        return await inner.SecretAsync(account, cancellationToken);
    }

    public async Task<long> CommitAsync(long? version, AccountChange change, CancellationToken cancellationToken)
    {
        Before(change);
        var next = await inner.CommitAsync(version, change, cancellationToken);
        await After(change);
        return next;
    }
}
