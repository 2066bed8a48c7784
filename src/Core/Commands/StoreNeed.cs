namespace Actors.Core.Commands;

/// <summary>The state of the database that a command needs before it runs.</summary>
public enum StoreNeed
{
    /// <summary>The schema stays unchanged: a database with pending scripts is refused.</summary>
    Unchanged,

    /// <summary>Pending schema scripts are applied.</summary>
    Upgraded,

    /// <summary>Pending schema scripts are applied, and no other process uses the database, not even a silo of the same cluster.</summary>
    Alone,
}
