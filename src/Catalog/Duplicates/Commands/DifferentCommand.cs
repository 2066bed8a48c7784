namespace Actors.Catalog.Duplicates.Commands;

/// <summary><c>different</c>: marks two events as different, so that they are no longer candidates.</summary>
internal sealed class DifferentCommand(IGrainFactory grains)
    : DecisionCommand(grains, ForTwo("different", "marks two events as different; twins no longer lists them"))
{
    protected override Task<DecisionAnswer> DecideAsync(IDuplicatesGrain duplicates, Guid first, Guid second, Guid? shown) => duplicates.Different(first, second);
}
