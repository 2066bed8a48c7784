using System.Buffers;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;

namespace Actors.Catalog.Listing.Views;

/// <summary>The members of an event in answers.</summary>
internal static class EventMembers
{
    /// <summary>Their names, in the order they are written in.</summary>
    public static readonly ImmutableArray<string> InOrder =
        [.. CatalogJson.Readable.EventResponse.Properties.Select(property => property.Name)];

    /// <summary>Their names.</summary>
    public static readonly FrozenSet<string> Names = InOrder.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>How they are written: with Cyrillic as it is.</summary>
    public static readonly JsonWriterOptions Readable = new() { Encoder = CatalogJson.Readable.Options.Encoder };

    /// <summary>An event with those members only that are asked for.</summary>
    /// <param name="json">The event.</param>
    /// <param name="asked">Names of members.</param>
    public static ReadOnlyMemory<byte> Chosen(ReadOnlyMemory<byte> json, ImmutableArray<string> asked)
    {
        var chosen = new ArrayBufferWriter<byte>();
        using var document = JsonDocument.Parse(json);
        using var writer = new Utf8JsonWriter(chosen, Readable);
        writer.WriteStartObject();
        foreach (var member in document.RootElement.EnumerateObject())
        {
            if (asked.Contains(member.Name)) member.WriteTo(writer);
        }

        writer.WriteEndObject();
        writer.Flush();
        return chosen.WrittenMemory;
    }
}
