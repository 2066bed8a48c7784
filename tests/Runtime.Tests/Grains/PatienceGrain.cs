namespace Actors.Runtime.Tests.Grains;

[Alias("runtime.IPatienceGrain")]
internal interface IPatienceGrain : IGrainWithStringKey
{
    [ResponseTimeout("00:00:01")]
    Task Hang();
}

internal sealed class PatienceGrain : Grain, IPatienceGrain
{
    public Task Hang() => new TaskCompletionSource().Task;
}
