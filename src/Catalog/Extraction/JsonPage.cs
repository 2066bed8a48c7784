using System.Text.Json;

namespace Actors.Catalog.Extraction;

/// <summary>Parses a JSON response within limits. Invalid JSON is a problem, not an exception.</summary>
internal static class JsonPage
{
    public static Extraction Read(FetchedPage page, string name, Func<JsonElement, Extraction> read)
    {
        if (!page.IsJson || page.Text.Length > ExtractionLimits.PageChars)
            return new([], [$"{name}: not a JSON response"]);
        try
        {
            using var document = JsonDocument.Parse(page.Text.AsMemory().TrimStart('\uFEFF'), new JsonDocumentOptions { MaxDepth = ExtractionLimits.Depth });
            return read(document.RootElement);
        }
        catch (Exception e) when (e is JsonException or ArgumentException)
        {
            return new([], [$"{name}: {e.Message}"]);
        }
    }
}
