using System.Globalization;
using Actors.Web.Reading;

namespace Actors.Catalog.Events;

/// <summary>How callers identify an event: by its number or its uuid, never by the source's id.</summary>
internal readonly record struct EventId(long? Number, Guid? Uuid)
{
    private const int MaxParameterLength = 200;

    /// <summary>Reads the id from a query; null if it is missing or, with a fault, if it has neither form.</summary>
    public static EventId? Read(QueryReader query, string name)
    {
        if (query.OptionalText(name, MaxParameterLength) is not { Length: > 0 } text) return null;
        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)) return new(number, null);
        if (Guid.TryParse(text, out var uuid)) return new(null, uuid);
        query.Refuse(name, "Input should be a valid integer or UUID", "int_parsing");
        return null;
    }
}
