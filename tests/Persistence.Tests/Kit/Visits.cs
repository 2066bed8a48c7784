namespace Actors.Plumbing.Tests.Storage.Kit;

[GenerateSerializer, Alias("plumbing-tests.Visits")]
internal sealed class Visits
{
    [Id(0)]
    public int Count { get; set; }
}
