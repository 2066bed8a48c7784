using System.Collections.Immutable;
using Actors.Catalog.Events;
using Actors.Catalog.Listing.Facts;
using Actors.Catalog.Listing.Filters;

namespace Actors.Catalog.Listing.Views;

/// <summary>A filtered list that is asked for.</summary>
/// <param name="Scope">Active or inactive events, of one type or all.</param>
/// <param name="Filter">Which of them.</param>
/// <param name="Query">What they are searched for, or null.</param>
/// <param name="Order">In which order.</param>
/// <param name="After">The place after which the page begins, or null.</param>
/// <param name="Limit">Most events of the page.</param>
/// <param name="Fields">The members that the answer has of each event; empty: all.</param>
internal sealed record ViewRequest(
    EventScope Scope, EventFilter Filter, string? Query, ViewOrder Order, ViewPlace? After, int Limit, ImmutableArray<string> Fields)
{
    /// <summary>The only event that is wanted, or null.</summary>
    public EventId? Only { get; init; }

    /// <summary>True for answers that have no way to say that an event went.</summary>
    public bool HidesGone { get; init; }

    /// <summary>True when inactive events are told as such: who asks what changed must hear of those that went.</summary>
    public bool WithGone => Filter.ChangedSince is not null && Scope.Active && !HidesGone;

    /// <summary>True when the list has another event that is the same; who asks for this one gets it.</summary>
    public bool IsHidden(FactState state) => state == FactState.Hidden && Scope.Active && Only is null;
}
