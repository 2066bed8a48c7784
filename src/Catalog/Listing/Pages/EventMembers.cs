using System.Buffers;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;

namespace Actors.Catalog.Listing.Pages;

/// <summary>The members of an event in responses.</summary>
internal static class EventMembers
{
    /// <summary>Their names, in the order of the response.</summary>
    public static readonly ImmutableArray<string> InOrder =
        [.. CatalogJson.Readable.EventResponse.Properties.Select(property => property.Name)];

    public static readonly FrozenSet<string> Names = InOrder.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Options that write Cyrillic unescaped.</summary>
    public static readonly JsonWriterOptions Readable = new() { Encoder = CatalogJson.Readable.Options.Encoder };

    /// <summary>The event with the requested members only.</summary>
    /// <param name="json">The event.</param>
    /// <param name="requested">Names of members.</param>
    public static ReadOnlyMemory<byte> Select(ReadOnlyMemory<byte> json, ImmutableArray<string> requested)
    {
        var selected = new ArrayBufferWriter<byte>();
        using var document = JsonDocument.Parse(json);
        using var writer = new Utf8JsonWriter(selected, Readable);
        writer.WriteStartObject();
        foreach (var member in document.RootElement.EnumerateObject())
        {
            if (requested.Contains(member.Name)) member.WriteTo(writer);
        }

        writer.WriteEndObject();
        writer.Flush();
        return selected.WrittenMemory;
    }
}
