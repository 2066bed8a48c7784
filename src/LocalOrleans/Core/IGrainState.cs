namespace Orleans;

/// <summary>A record on its way to or from storage.</summary>
public interface IGrainState<T>
{
    /// <summary>The state.</summary>
    T? State { get; set; }

    /// <summary>Its version in storage; null when there is none.</summary>
    string? ETag { get; set; }

    /// <summary>Whether the record is in storage.</summary>
    bool RecordExists { get; set; }
}
