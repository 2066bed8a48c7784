using System.Collections.Immutable;
using System.Text.Json;
using Actors.Catalog.Provider.Sync;
using Actors.Outbound;
using Actors.Persistence;
using Actors.Persistence.Outbox;
using Microsoft.Extensions.Logging;

namespace Actors.Catalog.Provider.Registrations;

/// <summary>
/// Sends notifications to the notification service. The service recognises repeats by their id (409). A notification is dropped and logged if the
/// service refuses it for good or stays unavailable for days. Without a service it is sent by mail.
/// </summary>
internal sealed partial class NotificationHandler(
    IOutbound outbound, ProviderSettings settings, IRowStore rows, RegistrationMessages messages, TimeProvider timeProvider, ILogger<NotificationHandler> logger) : IOutboxHandler
{
    /// <summary>How long delivery is retried: as long as for mail.</summary>
    public static readonly TimeSpan RetryPeriod = TimeSpan.FromDays(4);

    private const long MaxBytes = 1024 * 1024;

    public string Topic => RegistrationMessages.NotifyTopic;

    public async Task HandleAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        var notification = JsonSerializer.Deserialize<Notification>(message.Document, StoredJson.Options)!;
        if (settings.Notification is { } service) await SendAsync(service, notification, cancellationToken);
        else await MailAsync(notification);
    }

    private async Task MailAsync(Notification notification)
    {
        if (messages.ToLetter(notification) is { } letter) await rows.CommitAsync(new WriteSet().Enqueue(letter));
        else LogNoAddress(logger, notification.Id);
    }

    private async Task SendAsync(Uri service, Notification notification, CancellationToken cancellationToken)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(
            new NotifyBody(notification.Id, notification.Id, notification.EventId, settings.NotificationOwner, notification.Email, notification.Message), ProviderWire.Default.NotifyBody);
        var policy = new OutboundPolicy("notification", MaxBytes, settings.Timeout, Accept: "application/json") { TrustedOrigin = service };
        var answer = await outbound.PostAsync(AddressOf(service), body, policy, HeadersOf(notification), cancellationToken);
        if (answer.Status is (>= 200 and < 300) or 409) return;
        if (answer.Status is not (< 400 or >= 500 or 401 or 403 or 404 or 408 or 425 or 429)) LogRefused(logger, notification.Id, answer.Status);
        else if (timeProvider.GetUtcNow() - notification.Written > RetryPeriod) LogGivenUp(logger, notification.Id, RetryPeriod.TotalDays);
        else throw new RegistrationDelayedException(answer.Detail ?? "The notification service failed.");
    }

    private ImmutableDictionary<string, string> HeadersOf(Notification notification)
    {
        var headers = ImmutableDictionary<string, string>.Empty.Add("Idempotency-Key", notification.Id.ToString("D"));
        return settings.NotificationToken is { } token ? headers.Add("Authorization", $"Bearer {token}").Add("x-api-key", token) : headers;
    }

    private static Uri AddressOf(Uri service) => new(service.AbsoluteUri.TrimEnd('/') + "/api/notifications");
}
