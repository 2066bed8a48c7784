using System.Collections.Immutable;
using System.Text.Json;
using Actors.Catalog.Provider.Sync;
using Actors.Outbound;
using Actors.Persistence;
using Actors.Persistence.Outbox;
using Microsoft.Extensions.Logging;

namespace Actors.Catalog.Provider.Registrations;

/// <summary>
/// Hands notifications to the notification service. A repeat has the same id, by which the service knows it (409); one that is refused for good,
/// or that found no service for days, is dropped and logged. Where the service was removed they become letters.
/// </summary>
internal sealed partial class NotificationHandler(
    IOutbound outbound, ProviderSettings settings, IRowStore rows, RegistrationNews news, TimeProvider timeProvider, ILogger<NotificationHandler> logger) : IOutboxHandler
{
    /// <summary>How long a notification is tried: as long as a letter.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromDays(4);

    private const long MostBytes = 1024 * 1024;

    public string Topic => RegistrationNews.NotifyTopic;

    public async Task HandleAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        var told = JsonSerializer.Deserialize<Notification>(message.Document, StoredJson.Options)!;
        if (settings.Notification is { } service) await NotifyAsync(service, told, cancellationToken);
        else await WriteAsync(told);
    }

    private async Task WriteAsync(Notification told)
    {
        if (news.ToLetter(told) is { } letter) await rows.CommitAsync(new WriteSet().Enqueue(letter));
        else LogNoAddress(logger, told.Id);
    }

    private async Task NotifyAsync(Uri service, Notification told, CancellationToken cancellationToken)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(
            new NotifyBody(told.Id, told.Id, told.EventId, settings.NotificationOwner, told.Email, told.Message), ProviderWire.Default.NotifyBody);
        var policy = new OutboundPolicy("notification", MostBytes, settings.Patience, Accept: "application/json") { TrustedOrigin = service };
        var answer = await outbound.PostAsync(AddressOf(service), body, policy, HeadersOf(told), cancellationToken);
        if (answer.Status is (>= 200 and < 300) or 409) return;
        if (answer.Status is not (< 400 or >= 500 or 401 or 403 or 404 or 408 or 425 or 429)) LogRefused(logger, told.Id, answer.Status);
        else if (timeProvider.GetUtcNow() - told.Written > Patience) LogGivenUp(logger, told.Id, Patience.TotalDays);
        else throw new RegistrationDelayedException(answer.Detail ?? "The notification service failed.");
    }

    private ImmutableDictionary<string, string> HeadersOf(Notification told)
    {
        var headers = ImmutableDictionary<string, string>.Empty.Add("Idempotency-Key", told.Id.ToString("D"));
        return settings.NotificationToken is { } token ? headers.Add("Authorization", $"Bearer {token}").Add("x-api-key", token) : headers;
    }

    private static Uri AddressOf(Uri service) => new(service.AbsoluteUri.TrimEnd('/') + "/api/notifications");
}
