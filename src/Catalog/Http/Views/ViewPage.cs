using System.Collections.Immutable;
using Actors.Catalog.Grains.Events;

namespace Actors.Catalog.Http.Views;

/// <summary>A page of a filtered list.</summary>
/// <param name="Events">Its events, in order.</param>
/// <param name="Total">How many the whole list has.</param>
/// <param name="Next">The cursor of the next page; null when this is the last.</param>
/// <param name="Age">How long ago the list was last known to be so.</param>
/// <param name="Through">What changed until then, in unix milliseconds, is in the list.</param>
internal sealed record ViewPage(ImmutableArray<EventState> Events, int Total, string? Next, TimeSpan Age, long Through);
