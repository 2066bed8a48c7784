namespace Actors.Catalog.Scraping.Runs;

/// <summary>Gets the grain of a source by its key.</summary>
internal static class SourceGrains
{
    public static ISourceGrain GetSource(this IGrainFactory grains, string name) => grains.GetGrain<ISourceGrain>(name);
}
