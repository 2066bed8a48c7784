namespace Actors.Catalog.Duplicates.Commands;

/// <summary><c>undo</c>: undoes a decision.</summary>
internal sealed class UndoCommand(IGrainFactory grains)
    : DecisionCommand(grains, ForTwo("undo", "undoes the decision that two events are duplicates or different"))
{
    protected override Task<DecisionAnswer> DecideAsync(IDuplicatesGrain duplicates, Guid first, Guid second, Guid? shown) => duplicates.Undo(first, second);
}
