namespace Actors.Core.Configuration;

/// <summary>Tells a silo that runs alone from a member of a cluster.</summary>
public enum Membership
{
    /// <summary>The only silo: no other process reads or writes its database.</summary>
    Alone,

    /// <summary>One of several silos that share a database and the Redis server of <c>REDIS_URL</c>.</summary>
    Member,
}
