namespace Actors.Core.Mail;

/// <summary>Sends letters now. Modules enqueue them in the outbox instead, so that a crash loses none.</summary>
public interface IMailer
{
    /// <summary>Sends one letter. The same id gives the same <c>Message-ID</c>, by which mail programs know a repeat.</summary>
    /// <param name="id">Identity of the intent to send.</param>
    /// <param name="letter">The letter.</param>
    /// <param name="cancellationToken">Gives up; the letter may have gone or not.</param>
    /// <exception cref="MailFailedException">It did not go, and a later try may do better.</exception>
    Task<MailOutcome> SendAsync(string id, Letter letter, CancellationToken cancellationToken);
}
