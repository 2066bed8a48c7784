using System.Globalization;
using Actors.Web.Reading;

namespace Actors.Catalog.Events;

/// <summary>An event as callers name it: by our number or by its uuid, never by the source's id.</summary>
internal readonly record struct EventId(long? Number, Guid? Uuid)
{
    private const int LongestParameter = 200;

    /// <summary>The id in a query; null when there is none, or when it is neither form, which is a fault.</summary>
    public static EventId? Read(QueryReader query, string name)
    {
        if (query.OptionalText(name, LongestParameter) is not { Length: > 0 } text) return null;
        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)) return new(number, null);
        if (Guid.TryParse(text, out var uuid)) return new(null, uuid);
        query.Refuse(name, "Input should be a valid integer or UUID", "int_parsing");
        return null;
    }
}
