using System.Collections.Immutable;

namespace Actors.Catalog.Extraction.Schema;

/// <summary>Reads schema.org events from JSON-LD scripts, or from a body that is JSON-LD.</summary>
internal sealed class JsonLdExtractor : IEventExtractor
{
    public string Name => "json-ld";

    public Extraction Extract(FetchedPage page)
    {
        var start = page.IsMarkup ? page.Base : page.Url;
        var reader = new JsonLdReader(start, page.IsMarkup ? page.Html?.DocumentElement?.GetAttribute("lang") : null);
        var problems = ImmutableArray.CreateBuilder<string>();
        foreach (var block in Blocks(page).Take(ExtractionLimits.Blocks))
        {
            if (JsonLdBlock.Read(block, out var problem) is { } values)
                values.ToList().ForEach(reader.Read);
            else
                problems.Add($"{Name}: {problem}");
        }
        reader.Link();
        var events = new SchemaEventReader(page, start, Name);
        return new([.. SchemaEvents.Find(reader.Top).Select(events.Read)], [.. problems, .. events.Problems]);
    }

    private static IEnumerable<string> Blocks(FetchedPage page)
    {
        if (page.IsJson)
            return [page.Text];
        if (page.IsCalendar)
            return [];
        return page.Html?.QuerySelectorAll("script[type]")
            .Where(s => s.GetAttribute("type")!.Trim().StartsWith("application/ld+json", StringComparison.OrdinalIgnoreCase))
            .Select(s => s.TextContent) ?? [];
    }
}
