namespace Orleans;

/// <summary>A record on its way to or from storage.</summary>
public sealed class GrainState<T> : IGrainState<T>
{
    /// <summary>Without a state.</summary>
    public GrainState()
    {
    }

    /// <summary>With a state.</summary>
    public GrainState(T state)
        : this(state, null)
    {
    }

    /// <summary>With a state and its version.</summary>
    public GrainState(T state, string? eTag)
    {
        State = state;
        ETag = eTag;
    }

    /// <inheritdoc />
    public T? State { get; set; }

    /// <inheritdoc />
    public string? ETag { get; set; }

    /// <inheritdoc />
    public bool RecordExists { get; set; }
}
