namespace Actors.Persistence.Migrations;

/// <summary>The schema of the database does not fit this program. The message explains why; nothing was changed.</summary>
public sealed class SchemaException : Exception
{
    /// <summary>Creates an exception with a default message.</summary>
    public SchemaException() : base("The database does not fit this program.")
    {
    }

    /// <summary>Creates an exception with a message.</summary>
    public SchemaException(string message) : base(message)
    {
    }

    /// <summary>Creates an exception with a message and a cause.</summary>
    public SchemaException(string message, Exception innerException) : base(message, innerException)
    {
    }
}
