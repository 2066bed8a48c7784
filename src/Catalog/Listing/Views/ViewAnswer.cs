using Actors.Catalog.Listing.Snapshots;

namespace Actors.Catalog.Listing.Views;

/// <summary>What a filtered list is answered with.</summary>
/// <param name="Page">The page.</param>
/// <param name="Body">The body.</param>
/// <param name="Changes">How many changes there had been when its rows were read (<see cref="OwnChanges"/>).</param>
internal sealed record ViewAnswer(ViewPage Page, ViewBody Body, long Changes)
{
    /// <summary>Its strong validator, in quotes.</summary>
    public string Tag { get; } = Body.Tag($"{Page.Total} {Page.Next}");

    /// <summary>True when the rows it shows cannot have changed since.</summary>
    public bool IsTrue(long changes) => changes >= 0 && changes == Changes;
}
