namespace Actors.Persistence.Tests.Kit;

[GenerateSerializer, Alias("plumbing-tests.Visits")]
internal sealed class Visits
{
    [Id(0)]
    public int Count { get; set; }
}
