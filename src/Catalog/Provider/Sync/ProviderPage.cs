using System.Collections.Immutable;
using System.Text.Json;

namespace Actors.Catalog.Provider.Sync;

/// <summary>A page of the provider's list.</summary>
/// <param name="Events">The events that could be read.</param>
/// <param name="Skipped">The reasons of items that could not be read.</param>
/// <param name="Next">The link to the next page as received; null at the end.</param>
internal sealed record ProviderPage(ImmutableArray<ProviderEvent> Events, ImmutableArray<string> Skipped, string? Next)
{
    /// <summary>Maximum number of items. A larger page is refused, because truncating it would lose events.</summary>
    public const int MaxItems = 20_000;

    private const int MaxDepth = 32;

    /// <summary>Parses a page; null if the bytes are not a page.</summary>
    public static ProviderPage? Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var json = JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = MaxDepth });
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
        if (results.GetArrayLength() > MaxItems) return null;
        var read = results.EnumerateArray().Select(ProviderEventReader.Read).ToArray();
        // If an event is listed twice, the later entry wins.
        var events = read.Where(r => r.Event is not null).Select(r => r.Event!).GroupBy(e => e.Id).Select(same => same.Last());
        return new([.. events], [.. read.Where(r => r.Reason is not null).Select(r => r.Reason!)], NextOf(root));
    }

    private static string? NextOf(JsonElement root) =>
        root.TryGetProperty("next", out var next) && next.ValueKind == JsonValueKind.String && next.GetString() is { Length: > 0 } text ? text : null;
}
