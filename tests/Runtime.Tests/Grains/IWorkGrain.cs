using Orleans.Concurrency;

namespace Actors.Runtime.Tests.Grains;

/// <summary>A grain with one method of each kind. Methods that take a gate wait until the test opens it.</summary>
[Alias("runtime.IWorkGrain")]
internal interface IWorkGrain : IGrainWithStringKey
{
    Task<int> Echo(int value);

    ValueTask<string> EchoText(string value);

    ValueTask Nothing();

    /// <summary>Writes <c>name:begin</c>, waits for the gate, writes <c>name:end</c>.</summary>
    Task Work(string name, string gate);

    [ReadOnly]
    Task Read(string name, string gate);

    [AlwaysInterleave]
    Task Interleave(string name, string gate);

    [OneWay]
    Task Tell(string name, string gate);

    [OneWay]
    Task TellAndFail(string name);

    Task<int> Fail(string message);

    Task<int> FailAtOnce(string message);

    Task<IWorkGrain> Self();

    Task<int> CallCycle(IWorkGrain other, IWorkGrain first);

    Task<int> CallBack(IWorkGrain first);

    Task Leave();

    Task<Guid> ActivationMark();
}
