using System.Net;
using System.Text.Json;

namespace Actors.Catalog.Extraction.Schema;

/// <summary>Parses a JSON-LD script: strictly first, then with the repairs that real pages need.</summary>
internal static class JsonLdBlock
{
    private const int MaxValues = 100;

    private static readonly JsonDocumentOptions s_tolerant = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
        MaxDepth = ExtractionLimits.Depth,
    };

    /// <summary>The values; null, with the reason, if the text cannot be repaired.</summary>
    public static IReadOnlyList<JsonElement>? Read(string block, out string? problem)
    {
        var text = block.Trim('\uFEFF', ' ', '\t', '\r', '\n');
        if (text.Length == 0)
        {
            problem = null;
            return [];
        }
        if (TryParse(text, out problem) is { } value)
            return [value];
        var repaired = JsonRepair.Repair(text.Contains('"', StringComparison.Ordinal) ? text : WebUtility.HtmlDecode(text));
        var values = Several(repaired, ref problem);
        return values.Count > 0 ? values : null;
    }

    // Some pages put object after object into one script.
    private static List<JsonElement> Several(string text, ref string? problem)
    {
        var values = new List<JsonElement>();
        foreach (var part in JsonRepair.TopLevelValues(text).Take(MaxValues))
        {
            if (TryParse(part, out var fault) is { } value)
                values.Add(value);
            else
                problem = fault;
        }
        problem = values.Count > 0 ? null : problem ?? "no JSON value";
        return values;
    }

    private static JsonElement? TryParse(string text, out string? problem)
    {
        try
        {
            using var document = JsonDocument.Parse(text, s_tolerant);
            problem = null;
            return document.RootElement.Clone();
        }
        catch (Exception e) when (e is JsonException or ArgumentException)
        {
            problem = e.Message;
            return null;
        }
    }
}
