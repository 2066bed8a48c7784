namespace Actors.Core.Mail;

/// <summary>What became of a letter.</summary>
public enum MailOutcome
{
    /// <summary>The server, or the folder, has it.</summary>
    Sent,

    /// <summary>The server will never take it; another try is of no use.</summary>
    Refused,
}
