using Actors.Core.Commands;

namespace Actors.Catalog.Duplicates.Commands;

/// <summary><c>same</c>: marks two events as duplicates, so that lists show one of them.</summary>
internal sealed class SameCommand(IGrainFactory grains)
    : DecisionCommand(grains, ForTwo("same", "marks two events as duplicates; lists show the given one, or else the older").Option("show", "UUID"))
{
    protected override Guid? ShownOf(CommandArguments given, Guid first, Guid second)
    {
        var shown = given.Uuid("show");
        if (shown is not null && shown != first && shown != second) given.Refuse("--show must be one of the two.");
        return shown;
    }

    protected override Task<DecisionAnswer> DecideAsync(IDuplicatesGrain duplicates, Guid first, Guid second, Guid? shown) => duplicates.Same(first, second, shown);
}
