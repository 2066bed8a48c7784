namespace Actors.Catalog.Tests.Hostile;

/// <summary>Tests that measure the process or the machine. They run one after another, after all others.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = "alone";
}
