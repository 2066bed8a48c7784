namespace Actors.Catalog.Scraping.Runs;

/// <summary>Spells the key of a source's grain.</summary>
internal static class SourceGrains
{
    public static ISourceGrain GetSource(this IGrainFactory grains, string name) => grains.GetGrain<ISourceGrain>(name);
}
