namespace Actors.Core.Mail;

/// <summary>A letter did not go now. It carries neither an address nor what the server said, which may repeat one.</summary>
[GenerateSerializer, Alias("MailFailedException")]
public sealed class MailFailedException : Exception
{
    /// <summary>Without a reason.</summary>
    public MailFailedException() : base("The mail server did not take a letter.")
    {
    }

    /// <summary>With a sentence that names nobody.</summary>
    public MailFailedException(string message) : base(message)
    {
    }

    /// <summary>With a sentence that names nobody, and a cause that does not either.</summary>
    public MailFailedException(string message, Exception? innerException) : base(message, innerException)
    {
    }
}
