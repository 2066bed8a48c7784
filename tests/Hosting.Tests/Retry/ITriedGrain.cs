using Actors.Grains.Calls;
using Orleans.Concurrency;

namespace Actors.Hosting.Tests.Retry;

/// <summary>A grain whose calls fail as planned by a test.</summary>
[Alias("test.ITriedGrain")]
internal interface ITriedGrain : IGrainWithStringKey
{
    [Alias("Always"), Repeatable(Repeat.Always)]
    Task<string> Always(string text, int number);

    [Alias("IfRefused"), Repeatable(Repeat.IfRefused)]
    Task<string> IfRefused(string text, int number);

    [Alias("Never"), Repeatable(Repeat.Never)]
    Task<string> Never(string text, int number);

    [Alias("Read"), ReadOnly]
    Task<string> Read(string text, int number);

    [Alias("Cancellable"), Repeatable(Repeat.Always)]
    Task<string> Cancellable(string text, int number, CancellationToken cancellationToken);

    /// <summary>Calls another grain and lets its exception through.</summary>
    [Alias("AskAlways"), Repeatable(Repeat.Always)]
    Task<string> AskAlways(string other);

    /// <summary>The age of the call, in ticks.</summary>
    [Alias("Age"), Repeatable(Repeat.Always)]
    Task<long> Age();
}

/// <summary>The exceptions of the next calls, and the calls that ran.</summary>
internal sealed class Plan
{
    private readonly Queue<Exception> _failures = new();
    private readonly List<string> _done = [];
    private readonly Lock _gate = new();

    public IReadOnlyList<string> Done
    {
        get
        {
            lock (_gate)
                return [.. _done];
        }
    }

    /// <summary>Makes the next calls fail.</summary>
    public void Fail(params Exception[] failures) => Array.ForEach(failures, _failures.Enqueue);

    /// <summary>Records a call and throws the next planned exception.</summary>
    public void Run(string call)
    {
        lock (_gate)
        {
            _done.Add(call);
            if (call != "ask" && _failures.TryDequeue(out var failure)) throw failure;
        }
    }
}

internal sealed class TriedGrain(Plan plan) : Grain, ITriedGrain
{
    private readonly string _mark = Guid.NewGuid().ToString("N");

    public Task<string> Always(string text, int number) => Run(text, number);

    public Task<string> IfRefused(string text, int number) => Run(text, number);

    public Task<string> Never(string text, int number) => Run(text, number);

    public Task<string> Read(string text, int number) => Run(text, number);

    public Task<string> Cancellable(string text, int number, CancellationToken cancellationToken) => Run(text, number);

    public async Task<string> AskAlways(string other)
    {
        plan.Run("ask");
        return await GrainFactory.GetGrain<ITriedGrain>(other).Always("asked", 1);
    }

    public async Task<long> Age()
    {
        await Run("age", 1);
        return CallAge.Current.Ticks;
    }

    private async Task<string> Run(string text, int number)
    {
        await Task.Yield();
        plan.Run($"{text} {number}");
        return _mark;
    }
}
