using Actors.Catalog.Adapters.Scraping.Commands;
using Actors.Catalog.Grains.Twins;

namespace Actors.Catalog.Adapters.Twins.Commands;

/// <summary><c>different</c>: two events are not the same, and are candidates no longer.</summary>
internal sealed class DifferentCommand(IGrainFactory grains) : DecisionCommand(grains)
{
    public override string Name => "different";

    public override string Usage => "different UUID UUID: two events are not the same; twins lists them no longer";

    protected override async Task<TwinAnswer?> DecideAsync(ITwinsGrain twins, Guid first, Guid second, CommandOptions options) =>
        await twins.Different(first, second);
}
