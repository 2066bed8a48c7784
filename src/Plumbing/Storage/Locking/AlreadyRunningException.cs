namespace Actors.Plumbing.Storage.Locking;

/// <summary>Another program owns the store; the message says which, and what to do.</summary>
public sealed class AlreadyRunningException : Exception
{
    /// <summary>With a default message.</summary>
    public AlreadyRunningException() : base("Another program owns the store.")
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
