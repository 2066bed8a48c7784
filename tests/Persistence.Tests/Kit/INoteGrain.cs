namespace Actors.Persistence.Tests.Kit;

[Alias("plumbing-tests.INoteGrain")]
internal interface INoteGrain : IGrainWithStringKey
{
    [Alias("Write")]
    Task Write(string text);

    [Alias("Read")]
    Task<string?> Read();

    [Alias("Visits")]
    Task<int> Visit();

    [Alias("Remind")]
    Task Remind();
}
