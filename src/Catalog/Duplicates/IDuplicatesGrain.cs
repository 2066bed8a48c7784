using System.Collections.Immutable;
using Actors.Grains.Calls;

namespace Actors.Catalog.Duplicates;

/// <summary>
/// Stores operators' decisions about duplicates. Key: 0, because decisions may contradict each other. The wire names are those of older silos.
/// </summary>
[Alias("catalog.ITwinsGrain"), GrainInterfaceType("Actors.Catalog.Duplicates.ITwinsGrain")]
internal interface IDuplicatesGrain : IGrainWithIntegerKey
{
    /// <summary>Marks two events as duplicates. Completes when the lists show the decision.</summary>
    /// <param name="first">An event.</param>
    /// <param name="second">The other event.</param>
    /// <param name="shown">The event to show; null means the oldest.</param>
    [Alias("Same"), Repeatable(Repeat.Always)]
    Task<DecisionAnswer> Same(Guid first, Guid second, Guid? shown);

    /// <summary>Marks two events as different.</summary>
    [Alias("Different"), Repeatable(Repeat.Always)]
    Task<DecisionAnswer> Different(Guid first, Guid second);

    /// <summary>Undoes the decision about two events.</summary>
    [Alias("Undo"), Repeatable(Repeat.IfRefused)]
    Task<DecisionAnswer> Undo(Guid first, Guid second);

    /// <summary>Updates these events, and their duplicates, with the decisions.</summary>
    [Alias("Apply"), Repeatable(Repeat.Always)]
    Task Apply(ImmutableArray<Guid> uuids);
}

/// <summary>The result of a decision.</summary>
/// <param name="Done">Whether the decision is stored.</param>
/// <param name="Sentence">A sentence for the operator.</param>
[GenerateSerializer, Immutable, Alias("catalog.TwinAnswer")]
internal sealed record DecisionAnswer([property: Id(0)] bool Done, [property: Id(1)] string Sentence);
