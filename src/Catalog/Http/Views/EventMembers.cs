using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;

namespace Actors.Catalog.Http.Views;

/// <summary>The members of an event in answers.</summary>
internal static class EventMembers
{
    /// <summary>Their names, in the order they are written in.</summary>
    public static readonly ImmutableArray<string> InOrder =
        [.. CatalogJson.Readable.EventResponse.Properties.Select(property => property.Name)];

    /// <summary>Their names.</summary>
    public static readonly FrozenSet<string> Names = InOrder.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Writes those members of an event that are asked for.</summary>
    public static void Write(Utf8JsonWriter json, EventResponse e, ImmutableArray<string> asked)
    {
        if (asked.IsEmpty)
        {
            JsonSerializer.Serialize(json, e, CatalogJson.Readable.EventResponse);
            return;
        }

        json.WriteStartObject();
        foreach (var member in JsonSerializer.SerializeToElement(e, CatalogJson.Readable.EventResponse).EnumerateObject())
        {
            if (asked.Contains(member.Name)) member.WriteTo(json);
        }

        json.WriteEndObject();
    }
}
