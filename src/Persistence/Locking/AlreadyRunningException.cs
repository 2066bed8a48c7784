namespace Actors.Persistence.Locking;

/// <summary>Another program uses the store exclusively. The message tells the operator what to do.</summary>
public sealed class AlreadyRunningException : Exception
{
    /// <summary>Creates an exception with a default message.</summary>
    public AlreadyRunningException() : base("Another program uses the store.")
    {
    }

    /// <summary>Creates an exception with a message.</summary>
    public AlreadyRunningException(string message) : base(message)
    {
    }

    /// <summary>Creates an exception with a message and a cause.</summary>
    public AlreadyRunningException(string message, Exception? innerException) : base(message, innerException)
    {
    }
}
