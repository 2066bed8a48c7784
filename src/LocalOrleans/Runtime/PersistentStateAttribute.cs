namespace Orleans.Runtime;

/// <summary>Asks for a record of the grain, on a constructor parameter of type <see cref="IPersistentState{TState}"/>.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public class PersistentStateAttribute : Attribute
{
    /// <summary>The record of that name, in that storage; without one, in the default storage.</summary>
    public PersistentStateAttribute(string stateName, string? storageName = null)
    {
        ArgumentNullException.ThrowIfNull(stateName);
        StateName = stateName;
        StorageName = storageName;
    }

    /// <summary>The name of the record, unique for each grain class.</summary>
    public string StateName { get; }

    /// <summary>The name of the storage; null for the default one.</summary>
    public string? StorageName { get; }
}
