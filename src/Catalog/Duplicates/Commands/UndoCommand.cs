namespace Actors.Catalog.Duplicates.Commands;

/// <summary><c>undo</c>: takes a decision back.</summary>
internal sealed class UndoCommand(IGrainFactory grains)
    : DecisionCommand(grains, OfTwo("undo", "takes back that these two events are the same, or different"))
{
    protected override Task<TwinAnswer> DecideAsync(ITwinsGrain twins, Guid first, Guid second, Guid? shown) => twins.Undo(first, second);
}
