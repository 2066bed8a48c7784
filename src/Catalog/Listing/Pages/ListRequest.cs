using System.Collections.Immutable;
using Actors.Catalog.Events;
using Actors.Catalog.Listing.Facts;
using Actors.Catalog.Listing.Filters;
using Actors.Persistence.Commits;

namespace Actors.Catalog.Listing.Views;

/// <summary>A request for a page of a filtered list.</summary>
/// <param name="Scope">Active or inactive events, of one type or all.</param>
/// <param name="Filter">The filter.</param>
/// <param name="Query">The search text, or null.</param>
/// <param name="Order">The order.</param>
/// <param name="After">The position after which the page begins, or null.</param>
/// <param name="Limit">The most events on the page.</param>
/// <param name="Fields">The members that the answer has of each event; empty: all.</param>
internal sealed record ViewRequest(
    EventScope Scope, EventFilter Filter, string? Query, ViewOrder Order, ViewPlace? After, int Limit, ImmutableArray<string> Fields)
{
    /// <summary>The only event that is wanted, or null.</summary>
    public EventId? Only { get; init; }

    /// <summary>The mark from which a change feed begins, or null.</summary>
    public ChangeMark? Since { get; init; }

    /// <summary>The mark for the caller's next change feed, set by the first page; null on the first page and in other lists.</summary>
    public ChangeMark? Through { get; init; }

    /// <summary>True when the caller's mark belongs to another history: the feed begins anew, and the caller must forget what it has.</summary>
    public bool IsReset { get; init; }

    /// <summary>True for formats that cannot say that an event is gone.</summary>
    public bool HidesGone { get; init; }

    /// <summary>True for requests with <c>changed_since</c>.</summary>
    public bool IsChangeFeed => Since is not null || Filter.ChangedSince is not null;

    /// <summary>True when the list also names events that are no longer active: a change feed must report them.</summary>
    public bool WithGone => IsChangeFeed && Scope.Active && !HidesGone;

    /// <summary>True for an event that gives way to a duplicate in the list; a request for this very event gets it.</summary>
    public bool IsHidden(FactState state) => state == FactState.Hidden && Scope.Active && Only is null;

    /// <summary>The request for rows at a point: its marks resolved to commits. A mark of another history begins the feed anew.</summary>
    public ViewRequest At(CommitPoint point)
    {
        if (!IsChangeFeed) return this;
        var (since, through) = (OfHistory(Since, point), OfHistory(Through, point));
        return this with
        {
            Filter = Filter with { FirstCommit = since?.FirstCommit },
            After = through == Through ? After : null,
            Through = through ?? ChangeMark.Of(point),
            IsReset = since != Since || through != Through,
        };
    }

    private static ChangeMark? OfHistory(ChangeMark? mark, CommitPoint point) => mark?.IsOf(point) is true ? mark : null;
}
