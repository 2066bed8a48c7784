using System.Text.Json;
using Actors.Core.Mail;
using Actors.Persistence;
using Actors.Persistence.Outbox;

namespace Actors.Hosting.Mail;

/// <summary>Sends the letters of the outbox. One that the server refuses for good, or that found no server for days, is dropped and logged.</summary>
internal sealed partial class LetterHandler(IMailer mailer, TimeProvider timeProvider, ILogger<LetterHandler> logger) : IOutboxHandler
{
    /// <summary>How long a letter is tried (RFC 5321 asks for four to five days).</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromDays(4);

    public string Topic => LetterOutbox.Topic;

    public async Task HandleAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        var stored = JsonSerializer.Deserialize<StoredLetter>(message.Document, StoredJson.Options)!;
        try
        {
            if (await mailer.SendAsync(message.Id, stored.Letter, cancellationToken).ConfigureAwait(false) == MailOutcome.Refused)
                Refused(logger, message.Id);
        }
        catch (MailFailedException) when (timeProvider.GetUtcNow() - stored.Written > Patience)
        {
            GivenUp(logger, message.Id, Patience.TotalDays);
        }
    }
}
