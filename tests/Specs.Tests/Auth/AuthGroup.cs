namespace Actors.Specs.Tests.Auth;

/// <summary>All of these tests talk to one silo; each makes people of its own.</summary>
[CollectionDefinition(Name)]
public sealed class AuthGroup : ICollectionFixture<AuthSilo>
{
    public const string Name = "accounts";
}
