namespace Actors.Persistence.Migrations;

/// <summary>The database does not fit this program; the message says why in a sentence, and nothing was changed.</summary>
public sealed class SchemaException : Exception
{
    /// <summary>With a default message.</summary>
    public SchemaException() : base("The database does not fit this program.")
    {
    }

    /// <summary>With the sentence.</summary>
    public SchemaException(string message) : base(message)
    {
    }

    /// <summary>With the sentence and its cause.</summary>
    public SchemaException(string message, Exception innerException) : base(message, innerException)
    {
    }
}
