namespace Actors.Specs.Tests.EventsPlatform;

/// <summary>All of these tests talk to one silo; each uses events of its own.</summary>
[CollectionDefinition(Name)]
public sealed class PlatformGroup : ICollectionFixture<Platform>
{
    public const string Name = "events platform";
}
