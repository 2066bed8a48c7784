namespace Actors.Core.Mail;

/// <summary>The result of sending a letter.</summary>
public enum MailOutcome
{
    /// <summary>The mail server accepted it, or it was written to the folder.</summary>
    Sent,

    /// <summary>The server refused it permanently; a retry is useless.</summary>
    Refused,
}
