using System.Globalization;
using System.Text.Json;
using Actors.Core.Mail;
using Actors.Persistence;
using Actors.Persistence.Outbox;

namespace Actors.Catalog.Provider.Registrations;

/// <summary>Creates the outbox messages of a registration: carry it out, and notify the visitor, by the notification service or by mail.</summary>
internal sealed class RegistrationMessages(ProviderSettings settings, LetterOutbox letters, TimeProvider timeProvider)
{
    /// <summary>Outbox topic of registrations to carry out; the document is the key of the grain.</summary>
    public const string CarryOutTopic = "provider.register";

    /// <summary>Outbox topic of notifications.</summary>
    public const string NotifyTopic = "provider.notify";

    /// <summary>The message to carry out a registration.</summary>
    public OutboxMessage ToCarryOut(string key, Guid registration) =>
        new($"{CarryOutTopic}:{registration:N}", CarryOutTopic, JsonSerializer.Serialize(key), timeProvider.GetUtcNow());

    /// <summary>The message to notify the visitor; null if there is no way to send one.</summary>
    public OutboxMessage? ToNotify(ProviderRegistration decided)
    {
        var id = $"{NotifyTopic}:{decided.Id:N}";
        if (settings.Notification is null) return Letter(id, decided.Visitor.Email, TextOf(decided));
        var notification = new Notification(decided.Id, decided.EventId, decided.Visitor.Email, TextOf(decided), timeProvider.GetUtcNow());
        return new(id, NotifyTopic, JsonSerializer.Serialize(notification, StoredJson.Options), timeProvider.GetUtcNow());
    }

    /// <summary>Converts a notification to mail, if its service was removed; null if the address is not valid.</summary>
    public OutboxMessage? ToLetter(Notification notification) => Letter($"{NotifyTopic}:{notification.Id:N}:letter", notification.Email, notification.Message);

    private OutboxMessage? Letter(string id, string email, string text)
    {
        try
        {
            return letters.ToMessage(id, new Letter(email, "Регистрация на мероприятие", text));
        }
        catch (ArgumentException)
        {
            // Mail cannot be sent to this address; the visitor can still read the status.
            return null;
        }
    }

    private static string TextOf(ProviderRegistration decided)
    {
        var eventText = string.Create(CultureInfo.InvariantCulture, $"«{decided.EventName}» ({decided.EventTime:dd.MM.yyyy HH:mm zzz})");
        var seat = string.IsNullOrEmpty(decided.Seat) ? "" : $" Место: {decided.Seat}.";
        return decided.Status switch
        {
            RegistrationStatus.Confirmed => $"Регистрация на мероприятие {eventText} подтверждена.{seat}",
            RegistrationStatus.Unclear => $"Организатор мероприятия {eventText} не ответил однозначно: регистрация могла состояться или нет. Уточните у него.{seat}",
            _ => $"Регистрация на мероприятие {eventText} не состоялась.",
        };
    }
}

/// <summary>A notification for a visitor. Never logged.</summary>
/// <param name="Id">The id of the registration; one notification per registration.</param>
/// <param name="EventId">The event.</param>
/// <param name="Email">The recipient.</param>
/// <param name="Message">The text.</param>
/// <param name="Written">When it was stored, to expire it; null in messages of older versions.</param>
internal sealed record Notification(Guid Id, Guid EventId, string Email, string Message, DateTimeOffset? Written = null)
{
    /// <inheritdoc/>
    public override string ToString() => "notification";
}
