namespace Orleans.Runtime;

/// <summary>A call was refused before it reached a grain.</summary>
public class OrleansMessageRejectionException : OrleansException
{
    /// <summary>Without a message.</summary>
    internal OrleansMessageRejectionException()
    {
    }

    /// <summary>With a message.</summary>
    internal OrleansMessageRejectionException(string message)
        : base(message)
    {
    }

    /// <summary>With a message and a cause.</summary>
    internal OrleansMessageRejectionException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
