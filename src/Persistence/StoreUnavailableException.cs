namespace Actors.Persistence;

/// <summary>The database cannot be reached or used: connection lost, disk full, read-only, input/output error.</summary>
/// <remarks>It derives from an Orleans exception, because Orleans wraps all other exceptions of grain storage and callers could not catch them.</remarks>
[GenerateSerializer, Alias("storage.StoreUnavailable")]
public sealed class StoreUnavailableException : OrleansException
{
    /// <summary>Creates an exception with a default message.</summary>
    public StoreUnavailableException() : base("The database is not available.")
    {
    }

    /// <summary>Creates an exception with a message.</summary>
    public StoreUnavailableException(string message) : base(message)
    {
    }

    /// <summary>Creates an exception with a message and the driver's exception.</summary>
    public StoreUnavailableException(string message, Exception innerException) : base(message, innerException)
    {
    }
}
