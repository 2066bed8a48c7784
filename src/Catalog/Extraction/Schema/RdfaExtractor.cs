namespace Actors.Catalog.Extraction.Schema;

/// <summary>Reads events from RDFa: schema.org and older vocabularies.</summary>
internal sealed class RdfaExtractor : IEventExtractor
{
    public string Name => "rdfa";

    public Extraction Extract(FetchedPage page)
    {
        if (!page.IsMarkup || page.Html is not { DocumentElement: { } root } html || html.QuerySelector("[typeof]") is null)
            return Extraction.Nothing;
        var things = new RdfaReader(page, new RdfaNames(html)).Read(root);
        var events = new SchemaEventReader(page, page.Base, Name);
        return new([.. SchemaEvents.Find(things).Select(events.Read)], [.. events.Problems]);
    }
}
