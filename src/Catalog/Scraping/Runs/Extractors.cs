using System.Collections.Immutable;
using Actors.Catalog.Extraction;
using Actors.Catalog.Extraction.Calendar;
using Actors.Catalog.Extraction.Lists;
using Actors.Catalog.Extraction.Microformats;
using Actors.Catalog.Extraction.Schema;
using Actors.Catalog.Extraction.Sites;
using Actors.Catalog.Scraping.Sources;

namespace Actors.Catalog.Scraping.Runs;

/// <summary>The extractors of each kind of source, most precise first.</summary>
internal static class Extractors
{
    public static readonly ImmutableArray<IEventExtractor> Web = [new JsonLdExtractor(), new MicrodataExtractor(), new HCalendarExtractor(), new RdfaExtractor(), new ICalendarExtractor()];
    public static readonly ImmutableArray<IEventExtractor> KudaGo = [new KudaGoExtractor()];
    public static readonly ImmutableArray<IEventExtractor> YandexAfisha = [new YandexAfishaExtractor()];
    public static readonly ImmutableArray<IEventExtractor> TimePad = [new TimePadExtractor()];

    public static ImmutableArray<IEventExtractor> For(SourceSettings source) =>
        source.List is { } rule ? [new ListExtractor(rule)] : For(source.Kind);

    public static ImmutableArray<IEventExtractor> For(SourceKind kind) => kind switch
    {
        SourceKind.KudaGo => KudaGo,
        SourceKind.YandexAfisha => YandexAfisha,
        SourceKind.TimePad => TimePad,
        _ => Web,
    };
}
