using Actors.Catalog.Adapters.Scraping.Commands;
using Actors.Catalog.Grains.Twins;

namespace Actors.Catalog.Adapters.Twins.Commands;

/// <summary><c>undo</c>: takes a decision back.</summary>
internal sealed class UndoCommand(IGrainFactory grains) : DecisionCommand(grains)
{
    public override string Name => "undo";

    public override string Usage => "undo UUID UUID: takes back that these two events are the same, or different";

    protected override async Task<TwinAnswer?> DecideAsync(ITwinsGrain twins, Guid first, Guid second, CommandOptions options) =>
        await twins.Undo(first, second);
}
