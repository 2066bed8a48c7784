namespace Actors.Catalog.Extraction.Schema;

/// <summary>Reads schema.org events from HTML microdata.</summary>
internal sealed class MicrodataExtractor : IEventExtractor
{
    public string Name => "microdata";

    public Extraction Extract(FetchedPage page)
    {
        if (!page.IsMarkup || page.Html is not { } html)
            return Extraction.Nothing;
        var things = new MicrodataReader(page).Read(html);
        var events = new SchemaEventReader(page, page.Base, Name);
        return new([.. SchemaEvents.Find(things).Select(events.Read)], [.. events.Problems]);
    }
}
