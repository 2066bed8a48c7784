using Actors.Runtime.Tests.Hosting;

namespace Actors.Runtime.Tests.Grains;

internal sealed class WorkGrain(Journal journal) : Grain, IWorkGrain
{
    private readonly Guid _mark = Guid.NewGuid();

    public Task<int> Echo(int value) => Task.FromResult(value);

    public ValueTask<string> EchoText(string value) => new(value);

    public ValueTask Nothing() => ValueTask.CompletedTask;

    public async Task Work(string name, string gate)
    {
        journal.Write(name + ":begin");
        await journal.Opened(gate);
        journal.Write(name + ":end");
    }

    public Task Read(string name, string gate) => Work(name, gate);

    public Task Interleave(string name, string gate) => Work(name, gate);

    public Task Tell(string name, string gate) => Work(name, gate);

    public Task TellAndFail(string name)
    {
        journal.Write(name);
        throw new InvalidOperationException(name);
    }

    public async Task<int> Fail(string message)
    {
        await Task.Yield();
        throw new InvalidOperationException(message);
    }

    public Task<int> FailAtOnce(string message) => throw new InvalidOperationException(message);

    public Task<IWorkGrain> Self() => Task.FromResult(this.AsReference<IWorkGrain>());

    public Task<int> CallCycle(IWorkGrain other, IWorkGrain first) => other.CallBack(first);

    public Task<int> CallBack(IWorkGrain first) => first.Echo(1);

    public Task Leave()
    {
        DeactivateOnIdle();
        return Task.CompletedTask;
    }

    public Task<Guid> ActivationMark() => Task.FromResult(_mark);

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        journal.Write($"{this.GetPrimaryKeyString()} left: {reason.ReasonCode}");
        return Task.CompletedTask;
    }
}
