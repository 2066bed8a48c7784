using System.Globalization;
using System.Text.Json;
using Actors.Core.Mail;
using Actors.Persistence;
using Actors.Persistence.Outbox;

namespace Actors.Catalog.Provider.Registrations;

/// <summary>
/// The intents that go with a registration: to carry it out, and to tell the visitor what came of it. The visitor is told by the notification
/// service, or by a letter where there is none.
/// </summary>
internal sealed class RegistrationNews(ProviderSettings settings, LetterOutbox letters, TimeProvider timeProvider)
{
    /// <summary>Outbox topic of registrations that are to be carried out; the document is the grain's key.</summary>
    public const string CarryOutTopic = "provider.register";

    /// <summary>Outbox topic of notifications.</summary>
    public const string NotifyTopic = "provider.notify";

    /// <summary>The intent to carry out.</summary>
    public OutboxMessage ToCarryOut(string key, Guid registration) =>
        new($"{CarryOutTopic}:{registration:N}", CarryOutTopic, JsonSerializer.Serialize(key), timeProvider.GetUtcNow());

    /// <summary>The intent to tell; null when there is nobody to tell by.</summary>
    public OutboxMessage? ToTell(ProviderRegistration decided)
    {
        var id = $"{NotifyTopic}:{decided.Id:N}";
        if (settings.Notification is null) return Letter(id, decided.Visitor.Email, Words(decided));
        var notification = new Notification(decided.Id, decided.EventId, decided.Visitor.Email, Words(decided), timeProvider.GetUtcNow());
        return new(id, NotifyTopic, JsonSerializer.Serialize(notification, StoredJson.Options), timeProvider.GetUtcNow());
    }

    /// <summary>A notification as a letter, for when its service was removed meanwhile; null when no letter can go there.</summary>
    public OutboxMessage? ToLetter(Notification told) => Letter($"{NotifyTopic}:{told.Id:N}:letter", told.Email, told.Message);

    private OutboxMessage? Letter(string id, string email, string words)
    {
        try
        {
            return letters.ToMessage(id, new Letter(email, "Регистрация на мероприятие", words));
        }
        catch (ArgumentException)
        {
            // An address that no letter can be sent to: the state can still be read.
            return null;
        }
    }

    private static string Words(ProviderRegistration decided)
    {
        var about = string.Create(CultureInfo.InvariantCulture, $"«{decided.EventName}» ({decided.EventTime:dd.MM.yyyy HH:mm zzz})");
        var seat = string.IsNullOrEmpty(decided.Seat) ? "" : $" Место: {decided.Seat}.";
        return decided.Status switch
        {
            RegistrationStatus.Confirmed => $"Регистрация на мероприятие {about} подтверждена.{seat}",
            RegistrationStatus.Unclear => $"Организатор мероприятия {about} не ответил однозначно: регистрация могла состояться или нет. Уточните у него.{seat}",
            _ => $"Регистрация на мероприятие {about} не состоялась.",
        };
    }
}

/// <summary>What a visitor is told. Never logged.</summary>
/// <param name="Id">The registration: one notification for it, however often it is sent.</param>
/// <param name="EventId">What it is for.</param>
/// <param name="Email">Whom to tell.</param>
/// <param name="Message">The words.</param>
/// <param name="Written">When it was stored; it goes out of date. Unknown of those that an earlier version stored.</param>
internal sealed record Notification(Guid Id, Guid EventId, string Email, string Message, DateTimeOffset? Written = null)
{
    /// <inheritdoc/>
    public override string ToString() => "notification";
}
