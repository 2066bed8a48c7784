using Actors.Hosting.Retry;
using Microsoft.Extensions.DependencyInjection;

namespace Actors.Accounts.Tests.Kit;

/// <summary>Executes the next call of a method and drops its response, as if the silo had crashed; the membership changes at once.</summary>
internal sealed class LostAnswer(string method, Action meanwhile) : IOutgoingGrainCallFilter, ISiloList
{
    private int _armed;

    public long Version => 1;

    /// <summary>Adds retries, and this filter inside them.</summary>
    public void AddTo(IServiceCollection services) => services.AddCallRetries().AddSingleton<ISiloList>(this).AddSingleton<IOutgoingGrainCallFilter>(this);

    /// <summary>Selects the next call of the method.</summary>
    public void Arm() => Volatile.Write(ref _armed, 1);

    public Task ChangedSinceAsync(long version) => Task.CompletedTask;

    public async Task Invoke(IOutgoingGrainCallContext context)
    {
        await context.Invoke();
        if (context.InterfaceMethod.Name != method || Interlocked.Exchange(ref _armed, 0) == 0) return;
        meanwhile();
        throw new SiloUnavailableException("lost with its answer");
    }
}
