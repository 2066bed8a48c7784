using System.Collections.Concurrent;
using Actors.Runtime.Tests.Hosting;

namespace Actors.Runtime.Tests.Grains;

/// <summary>Writes down its life.</summary>
[Alias("runtime.ILifeGrain")]
internal interface ILifeGrain : IGrainWithStringKey
{
    Task<Guid> Mark();

    Task<Guid> LeaveAfter(string gate);

    Task Stay(TimeSpan span);

    Task<string?> SeenAtActivation();

    Task<bool> ScopeIsMine();
}

internal sealed class LifeGrain(Journal journal, Scoped scoped) : Grain, ILifeGrain, IDisposable
{
    private readonly Guid _mark = Guid.NewGuid();
    private string? _seen;

    public Task<Guid> Mark() => Task.FromResult(_mark);

    public async Task<Guid> LeaveAfter(string gate)
    {
        journal.Write("leaving");
        DeactivateOnIdle();
        await journal.Opened(gate);
        return _mark;
    }

    public Task Stay(TimeSpan span)
    {
        DelayDeactivation(span);
        return Task.CompletedTask;
    }

    public Task<string?> SeenAtActivation() => Task.FromResult(_seen);

    public Task<bool> ScopeIsMine() =>
        Task.FromResult(ReferenceEquals(scoped, ServiceProvider.GetService(typeof(Scoped))));

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _seen = RequestContext.Get("why") as string;
        journal.Write("activated");
        return Task.CompletedTask;
    }

    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        journal.Write($"ends: {reason.ReasonCode}");
        await Task.Yield();
        if (this.GetPrimaryKeyString() == "slow to leave")
        {
            await journal.Opened("may end");
        }

        journal.Write("ended");
    }

    public void Dispose() => journal.Write("disposed");
}

/// <summary>A service of which every activation has its own.</summary>
internal sealed class Scoped;

/// <summary>Fails to be activated as long as a test wants.</summary>
[Alias("runtime.IFrailGrain")]
internal interface IFrailGrain : IGrainWithStringKey
{
    Task<int> Echo(int value);
}

/// <summary>How often the next activations fail, and how many were tried.</summary>
internal sealed class Frailty
{
    private int _failures;
    private int _attempts;

    public int Failures
    {
        set => _failures = value;
    }

    public int Attempts => _attempts;

    public bool Next()
    {
        Interlocked.Increment(ref _attempts);
        return Interlocked.Decrement(ref _failures) >= 0;
    }
}

internal sealed class FrailGrain(Frailty frailty, Journal journal) : Grain, IFrailGrain
{
    public Task<int> Echo(int value) => Task.FromResult(value);

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        var fails = frailty.Next();
        if (this.GetPrimaryKeyString() == "slow")
        {
            await journal.Opened("may fail");
        }

        if (fails)
        {
            throw new InvalidOperationException("too frail");
        }
    }

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        journal.Write("frail one left");
        return Task.CompletedTask;
    }
}

/// <summary>Counts how many activations of one key are alive at the same time.</summary>
internal static class Census
{
    private static readonly ConcurrentDictionary<string, (int Alive, int Most)> Counts = new();

    public static void Born(string key) => Counts.AddOrUpdate(
        key, static _ => (1, 1), static (_, count) => (count.Alive + 1, Math.Max(count.Most, count.Alive + 1)));

    public static void Died(string key) => Counts.AddOrUpdate(
        key, static _ => (-1, 0), static (_, count) => (count.Alive - 1, count.Most));

    public static int Most(string key) => Counts.TryGetValue(key, out var count) ? count.Most : 0;
}
