using System.Collections.Immutable;
using Actors.Grains.Calls;

namespace Actors.Catalog.Duplicates;

/// <summary>What operators decide of the same event from several sources. Key: 0, as decisions may contradict each other.</summary>
[Alias("catalog.ITwinsGrain")]
internal interface ITwinsGrain : IGrainWithIntegerKey
{
    /// <summary>Two events are the same. Returns when the lists know.</summary>
    /// <param name="first">One of them.</param>
    /// <param name="second">The other.</param>
    /// <param name="shown">Which one is to be shown; null: the oldest.</param>
    [Alias("Same"), Repeatable(Repeat.Always)]
    Task<TwinAnswer> Same(Guid first, Guid second, Guid? shown);

    /// <summary>Two events are not the same.</summary>
    [Alias("Different"), Repeatable(Repeat.Always)]
    Task<TwinAnswer> Different(Guid first, Guid second);

    /// <summary>Takes the decision of two events back.</summary>
    [Alias("Undo"), Repeatable(Repeat.IfRefused)]
    Task<TwinAnswer> Undo(Guid first, Guid second);

    /// <summary>Tells these events, and those that are the same, what was decided of them.</summary>
    [Alias("Apply"), Repeatable(Repeat.Always)]
    Task Apply(ImmutableArray<Guid> uuids);
}

/// <summary>What became of a decision.</summary>
/// <param name="Done">It is taken, or was taken before.</param>
/// <param name="Sentence">For the operator.</param>
[GenerateSerializer, Immutable, Alias("catalog.TwinAnswer")]
internal sealed record TwinAnswer([property: Id(0)] bool Done, [property: Id(1)] string Sentence);
