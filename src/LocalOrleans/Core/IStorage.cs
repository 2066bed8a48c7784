namespace Orleans.Core;

/// <summary>One stored record, whatever its type.</summary>
public interface IStorage
{
    /// <summary>The version that was read or written last; null when there was none.</summary>
    string? Etag { get; }

    /// <summary>Whether the record is in storage.</summary>
    bool RecordExists { get; }

    /// <summary>Removes the record.</summary>
    Task ClearStateAsync();

    /// <summary>Writes the state; a stale one is an <see cref="Storage.InconsistentStateException"/>.</summary>
    Task WriteStateAsync();

    /// <summary>Reads the state anew.</summary>
    Task ReadStateAsync();

    /// <summary>Removes the record.</summary>
    Task ClearStateAsync(CancellationToken cancellationToken) => ClearStateAsync();

    /// <summary>Writes the state; a stale one is an <see cref="Storage.InconsistentStateException"/>.</summary>
    Task WriteStateAsync(CancellationToken cancellationToken) => WriteStateAsync();

    /// <summary>Reads the state anew.</summary>
    Task ReadStateAsync(CancellationToken cancellationToken) => ReadStateAsync();
}

/// <summary>One stored record.</summary>
public interface IStorage<TState> : IStorage
{
    /// <summary>The state; a new one when there is no record.</summary>
    TState State { get; set; }
}
