using System.Globalization;
using System.Text.Json;

namespace Actors.Catalog.Provider.Sync;

/// <summary>Reads an event of the provider. Unknown members are ignored; a missing or invalid one is the reason of a refusal.</summary>
internal static class ProviderEventReader
{
    /// <summary>Longer texts are truncated to this length.</summary>
    public const int MaxTextLength = 1000;

    // Years in which any offset keeps a date valid.
    private const int FirstYear = 1971, LastYear = 9000;

    /// <summary>The event, or the reason why it cannot be read.</summary>
    public static (ProviderEvent? Event, string? Reason) Read(JsonElement item)
    {
        if (item.ValueKind != JsonValueKind.Object) return (null, "not_an_object");
        if (Uuid(item, "id") is not { } id) return (null, "no_id");
        if (Text(item, "name") is not { Length: > 0 } name) return (null, "no_name");
        if (Moment(item, "event_time") is not { } time) return (null, "no_event_time");
        if (Text(item, "status") is not { Length: > 0 } status) return (null, "no_status");
        return (new(id, name, time, IsOpen(status), Moment(item, "registration_deadline"), Moment(item, "changed_at"), Venue(item)), null);
    }

    // Older providers say open, newer ones published; any other status accepts no visitors.
    private static bool IsOpen(string status) =>
        status.Equals("open", StringComparison.OrdinalIgnoreCase) || status.Equals("published", StringComparison.OrdinalIgnoreCase);

    private static ProviderVenue Venue(JsonElement item) =>
        item.TryGetProperty("place", out var place) && place.ValueKind == JsonValueKind.Object
            ? new(Uuid(place, "id"), Text(place, "name") ?? "", Text(place, "city"), Text(place, "address"))
            : new(null, "");

    private static Guid? Uuid(JsonElement item, string name) =>
        Text(item, name) is { } text && Guid.TryParseExact(text, "D", out var id) && id != Guid.Empty ? id : null;

    private static DateTimeOffset? Moment(JsonElement item, string name)
    {
        const DateTimeStyles assumeUtc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AllowWhiteSpaces;
        return Text(item, name) is { } text && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, assumeUtc, out var moment)
            && moment.Year is >= FirstYear and <= LastYear ? moment : null;
    }

    private static string? Text(JsonElement item, string name)
    {
        if (!item.TryGetProperty(name, out var value) || value.ValueKind != JsonValueKind.String) return null;
        var text = Plain(value);
        return text.Length <= MaxTextLength ? text : text[..MaxTextLength];
    }

    // A lone surrogate cannot be decoded.
    private static string Plain(JsonElement value)
    {
        try
        {
            return value.GetString()!.Replace("\0", "", StringComparison.Ordinal).Trim();
        }
        catch (InvalidOperationException)
        {
            return "";
        }
    }
}
