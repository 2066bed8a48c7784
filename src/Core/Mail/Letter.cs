namespace Actors.Core.Mail;

/// <summary>A mail to one person. Never logged.</summary>
/// <param name="To">The address.</param>
/// <param name="Subject">One line.</param>
/// <param name="Text">Plain text.</param>
public sealed record Letter(string To, string Subject, string Text)
{
    /// <inheritdoc/>
    public override string ToString() => "letter";
}
