namespace Actors.Specs.Tests.Auth;

/// <summary>These tests share one silo; each registers its own accounts.</summary>
[CollectionDefinition(Name)]
public sealed class AuthGroup : ICollectionFixture<AuthSilo>
{
    public const string Name = "accounts";
}
