namespace Actors.Persistence;

/// <summary>The database works but refuses a value: a unique index, a missing NOT NULL value, a text it cannot keep.</summary>
[GenerateSerializer, Alias("storage.RowRefused")]
public sealed class RowRefusedException : Exception
{
    /// <summary>With a default message.</summary>
    public RowRefusedException() : base("The database refused a row.")
    {
    }

    /// <summary>With a sentence that says what is wrong.</summary>
    public RowRefusedException(string message) : base(message)
    {
    }

    /// <summary>With a sentence that says what is wrong, and what the driver said.</summary>
    public RowRefusedException(string message, Exception? innerException) : base(message, innerException)
    {
    }
}
