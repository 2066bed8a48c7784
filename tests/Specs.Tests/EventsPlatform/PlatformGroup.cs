namespace Actors.Specs.Tests.EventsPlatform;

/// <summary>These tests share one silo; each uses its own events.</summary>
[CollectionDefinition(Name)]
public sealed class PlatformGroup : ICollectionFixture<Platform>
{
    public const string Name = "events platform";
}
