namespace Actors.Core.Configuration;

/// <summary>Whether this silo runs alone or as a member of a cluster.</summary>
public enum Membership
{
    /// <summary>The only silo: no other process reads or writes its database.</summary>
    Alone,

    /// <summary>One of the silos that share a database, and the Redis that <c>REDIS_URL</c> names.</summary>
    Member,
}
