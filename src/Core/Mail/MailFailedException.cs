namespace Actors.Core.Mail;

/// <summary>A letter was not sent; a retry may succeed. The message contains no address and not the server's reply, which may contain one.</summary>
[GenerateSerializer, Alias("MailFailedException")]
public sealed class MailFailedException : Exception
{
    /// <summary>Creates an exception with a default message.</summary>
    public MailFailedException() : base("The mail server did not accept a letter.")
    {
    }

    /// <summary>Creates an exception with a message without personal data.</summary>
    public MailFailedException(string message) : base(message)
    {
    }

    /// <summary>Creates an exception with a message and a cause, both without personal data.</summary>
    public MailFailedException(string message, Exception? innerException) : base(message, innerException)
    {
    }
}
