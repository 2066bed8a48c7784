namespace Actors.Persistence;

/// <summary>The database refuses a value, for example because of a unique index, a NOT NULL column or an invalid text.</summary>
[GenerateSerializer, Alias("storage.RowRefused")]
public sealed class RowRefusedException : Exception
{
    /// <summary>Creates an exception with a default message.</summary>
    public RowRefusedException() : base("The database refused a row.")
    {
    }

    /// <summary>Creates an exception with a message.</summary>
    public RowRefusedException(string message) : base(message)
    {
    }

    /// <summary>Creates an exception with a message and the driver's exception.</summary>
    public RowRefusedException(string message, Exception? innerException) : base(message, innerException)
    {
    }
}
