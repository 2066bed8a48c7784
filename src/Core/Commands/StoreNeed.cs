namespace Actors.Core.Commands;

/// <summary>What a command needs of the store before it runs.</summary>
public enum StoreNeed
{
    /// <summary>The schema as it is: a database that lacks scripts is refused.</summary>
    Unchanged,

    /// <summary>All scripts are applied.</summary>
    Upgraded,

    /// <summary>All scripts are applied, and no other program uses the database, not even a member of the same cluster.</summary>
    Alone,
}
