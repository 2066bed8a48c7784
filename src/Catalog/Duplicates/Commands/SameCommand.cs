using Actors.Core.Commands;

namespace Actors.Catalog.Duplicates.Commands;

/// <summary><c>same</c>: two events are the same, and lists have one of them.</summary>
internal sealed class SameCommand(IGrainFactory grains)
    : DecisionCommand(grains, OfTwo("same", "two events are the same; lists have the one to show, or the older").Option("show", "UUID"))
{
    protected override Guid? ShownOf(CommandArguments given, Guid first, Guid second)
    {
        var shown = given.Uuid("show");
        if (shown is not null && shown != first && shown != second) given.Refuse("--show is none of the two.");
        return shown;
    }

    protected override Task<TwinAnswer> DecideAsync(ITwinsGrain twins, Guid first, Guid second, Guid? shown) => twins.Same(first, second, shown);
}
