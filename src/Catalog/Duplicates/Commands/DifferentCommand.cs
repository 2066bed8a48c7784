namespace Actors.Catalog.Duplicates.Commands;

/// <summary><c>different</c>: two events are not the same, and are candidates no longer.</summary>
internal sealed class DifferentCommand(IGrainFactory grains)
    : DecisionCommand(grains, OfTwo("different", "two events are not the same; twins lists them no longer"))
{
    protected override Task<TwinAnswer> DecideAsync(ITwinsGrain twins, Guid first, Guid second, Guid? shown) => twins.Different(first, second);
}
