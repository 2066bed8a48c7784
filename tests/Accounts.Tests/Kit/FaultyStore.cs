using Actors.Accounts.Accounts;
using Actors.Persistence;
using Microsoft.Extensions.DependencyInjection;

namespace Actors.Accounts.Tests.Kit;

/// <summary>An account store with faults: writes that fail, or that are stored without a response.</summary>
internal sealed class FaultyStore(IAccountStore inner) : IAccountStore
{
    /// <summary>Runs before a write; if it throws, nothing is stored.</summary>
    public Action<AccountChange> Before { get; set; } = _ => { };

    /// <summary>Runs after a write; if it throws, the write is stored but not acknowledged.</summary>
    public Func<AccountChange, Task> After { get; set; } = _ => Task.CompletedTask;

    /// <summary>Runs before a read; may throw.</summary>
    public Action Reading { get; set; } = () => { };

    /// <summary>Also runs before a read of a whole account.</summary>
    public Action Loading { get; set; } = () => { };

    /// <summary>Replaces the registered store.</summary>
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
