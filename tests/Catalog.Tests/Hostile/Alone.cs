namespace Actors.Catalog.Tests.Hostile;

/// <summary>Tests that measure the process or its machine: they run one after another, when all others have ended.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = "alone";
}
