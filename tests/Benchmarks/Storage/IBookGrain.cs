namespace Actors.Benchmarks.Storage;

[Alias("benchmarks.IBookGrain")]
internal interface IBookGrain : IGrainWithStringKey
{
    [Alias("Turn")]
    Task Turn();
}
