namespace Actors.Core.Mail;

/// <summary>Sends letters immediately. Modules use the outbox instead, so that a crash loses no letter.</summary>
public interface IMailer
{
    /// <summary>Sends one letter. The same id gives the same <c>Message-ID</c>, so mail programs recognise a duplicate.</summary>
    /// <param name="id">The deduplication id.</param>
    /// <param name="letter">The letter.</param>
    /// <param name="cancellationToken">Cancels; the letter may already have been sent.</param>
    /// <exception cref="MailFailedException">The letter was not sent; a retry may succeed.</exception>
    Task<MailOutcome> SendAsync(string id, Letter letter, CancellationToken cancellationToken);
}
