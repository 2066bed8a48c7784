using System.Globalization;
using System.Text.Json;

namespace Actors.Catalog.Provider.Sync;

/// <summary>Reads an event as the provider sends it. What does not belong to an event is ignored; what is missing or odd is named.</summary>
internal static class ProviderEventReader
{
    /// <summary>Characters of a text that are kept.</summary>
    public const int LongestText = 1000;

    // Years that a clock reading can be moved within by any offset.
    private const int FirstYear = 1971, LastYear = 9000;

    /// <summary>The event, or why it is none.</summary>
    public static (ProviderEvent? Event, string? Reason) Read(JsonElement item)
    {
        if (item.ValueKind != JsonValueKind.Object) return (null, "not_an_object");
        if (Uuid(item, "id") is not { } id) return (null, "no_id");
        if (Text(item, "name") is not { Length: > 0 } name) return (null, "no_name");
        if (Moment(item, "event_time") is not { } time) return (null, "no_event_time");
        if (Text(item, "status") is not { Length: > 0 } status) return (null, "no_status");
        return (new(id, name, time, IsOpen(status), Moment(item, "registration_deadline"), Moment(item, "changed_at"), Venue(item)), null);
    }

    // One generation of providers says open, the next published; everything else takes no visitors.
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
        const DateTimeStyles utcUnlessSaid = DateTimeStyles.AssumeUniversal | DateTimeStyles.AllowWhiteSpaces;
        return Text(item, name) is { } text && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, utcUnlessSaid, out var moment)
            && moment.Year is >= FirstYear and <= LastYear ? moment : null;
    }

    private static string? Text(JsonElement item, string name)
    {
        if (!item.TryGetProperty(name, out var value) || value.ValueKind != JsonValueKind.String) return null;
        var text = Plain(value);
        return text.Length <= LongestText ? text : text[..LongestText];
    }

    // A lone surrogate cannot be read as text.
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
