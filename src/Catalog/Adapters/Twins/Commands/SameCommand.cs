using Actors.Catalog.Adapters.Scraping.Commands;
using Actors.Catalog.Grains.Twins;

namespace Actors.Catalog.Adapters.Twins.Commands;

/// <summary><c>same</c>: two events are the same, and lists have one of them.</summary>
internal sealed class SameCommand(IGrainFactory grains) : DecisionCommand(grains, "show")
{
    public override string Name => "same";

    public override string Usage => "same UUID UUID [--show UUID]: two events are the same; lists have the one to show, or the older";

    protected override async Task<TwinAnswer?> DecideAsync(ITwinsGrain twins, Guid first, Guid second, CommandOptions options)
    {
        if (options.Value("show") is not { } text) return await twins.Same(first, second, null);
        return Guid.TryParse(text, out var shown) && (shown == first || shown == second) ? await twins.Same(first, second, shown) : null;
    }
}
