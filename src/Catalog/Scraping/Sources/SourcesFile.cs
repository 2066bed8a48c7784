using System.Collections.Immutable;
using System.Text.Json;

namespace Actors.Catalog.Scraping.Sources;

/// <summary>The parsed file of sources, with all its problems.</summary>
internal sealed record SourcesFile(ImmutableArray<SourceSettings> Sources, ImmutableArray<string> Problems)
{
    private const int MaxSources = 1_000;

    private static readonly JsonDocumentOptions s_json = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
        MaxDepth = 16,
    };

    /// <summary>Reads one file; <paramref name="setting"/> returns the value of ${NAME} in an address.</summary>
    public static SourcesFile Read(string text, string fileName, Func<string, string?> setting)
    {
        try
        {
            using var document = JsonDocument.Parse(text, s_json);
            return Read(document.RootElement, fileName, setting);
        }
        catch (JsonException e)
        {
            return new([], [$"{fileName} is not JSON: {e.Message}"]);
        }
    }

    /// <summary>Merges several files; names must be unique.</summary>
    public static SourcesFile Merge(IEnumerable<SourcesFile> files)
    {
        var all = files.ToList();
        var sources = all.SelectMany(f => f.Sources).ToImmutableArray();
        var twice = sources.GroupBy(s => s.Name, StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1);
        return new(sources, [.. all.SelectMany(f => f.Problems), .. twice.Select(g => $"Source '{g.Key}' is defined {g.Count()} times; names must differ.")]);
    }

    private static SourcesFile Read(JsonElement root, string fileName, Func<string, string?> setting)
    {
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("sources", out var list) || list.ValueKind != JsonValueKind.Array)
            return new([], [$"{fileName} must be an object with an array \"sources\"."]);
        if (list.GetArrayLength() > MaxSources)
            return new([], [$"{fileName} has more than {MaxSources} sources."]);
        var problems = ImmutableArray.CreateBuilder<string>();
        var sources = list.EnumerateArray()
            .Select((element, at) => SourceReader.Read(element, $"{fileName}, source {at + 1}", setting, problems))
            .OfType<SourceSettings>()
            .ToImmutableArray();
        return new(sources, problems.ToImmutable());
    }
}
