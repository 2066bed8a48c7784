namespace Actors.Persistence.Locking;

/// <summary>Another program uses the store and cannot share it; the message says what to do.</summary>
public sealed class AlreadyRunningException : Exception
{
    /// <summary>With a default message.</summary>
    public AlreadyRunningException() : base("Another program uses the store.")
    {
    }

    /// <summary>With the sentence.</summary>
    public AlreadyRunningException(string message) : base(message)
    {
    }

    /// <summary>With the sentence and its cause.</summary>
    public AlreadyRunningException(string message, Exception? innerException) : base(message, innerException)
    {
    }
}
