using System.Collections.Immutable;
using System.Text.Json;

namespace Actors.Catalog.Provider.Sync;

/// <summary>A page of the provider's list.</summary>
/// <param name="Events">The events that could be read.</param>
/// <param name="Skipped">Why others could not, one reason each.</param>
/// <param name="Next">Where the list goes on, as the provider wrote it; null at the end.</param>
internal sealed record ProviderPage(ImmutableArray<ProviderEvent> Events, ImmutableArray<string> Skipped, string? Next)
{
    /// <summary>Most items of a page. One with more is none: to leave out the rest would lose it.</summary>
    public const int MostItems = 20_000;

    private const int Deepest = 32;

    /// <summary>The page; null when the bytes are no page, whatever they are.</summary>
    public static ProviderPage? Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var json = JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = Deepest });
            return Read(json.RootElement);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static ProviderPage? Read(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("results", out var results) || results.ValueKind != JsonValueKind.Array)
            return null;
        if (results.GetArrayLength() > MostItems) return null;
        var read = results.EnumerateArray().Select(ProviderEventReader.Read).ToArray();
        // Of an event that is listed twice the later one counts.
        var events = read.Where(r => r.Event is not null).Select(r => r.Event!).GroupBy(e => e.Id).Select(same => same.Last());
        return new([.. events], [.. read.Where(r => r.Reason is not null).Select(r => r.Reason!)], NextOf(root));
    }

    private static string? NextOf(JsonElement root) =>
        root.TryGetProperty("next", out var next) && next.ValueKind == JsonValueKind.String && next.GetString() is { Length: > 0 } text ? text : null;
}
