namespace Actors.Persistence;

/// <summary>The database cannot be reached or used: connection lost, disk full, read-only, input/output error.</summary>
/// <remarks>An exception of the runtime's family: any other is wrapped on its way out of a grain's state, and callers would not know it.</remarks>
[GenerateSerializer, Alias("storage.StoreUnavailable")]
public sealed class StoreUnavailableException : OrleansException
{
    /// <summary>With a default message.</summary>
    public StoreUnavailableException() : base("The database is not available.")
    {
    }

    /// <summary>With a sentence that says what is wrong.</summary>
    public StoreUnavailableException(string message) : base(message)
    {
    }

    /// <summary>With a sentence that says what is wrong, and what the driver said.</summary>
    public StoreUnavailableException(string message, Exception innerException) : base(message, innerException)
    {
    }
}
