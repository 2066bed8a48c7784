using System.Collections.Immutable;
using Actors.Catalog.Events;
using Actors.Catalog.Listing.Facts;
using Actors.Catalog.Listing.Filters;
using Actors.Core.Configuration;
using Actors.Persistence.Commits;

namespace Actors.Catalog.Listing.Pages;

/// <summary>A request for a page of a filtered list.</summary>
/// <param name="Scope">Active or inactive events, of one type or all.</param>
/// <param name="Filter">The filter.</param>
/// <param name="Query">The search text, or null.</param>
/// <param name="Order">The order.</param>
/// <param name="After">The position before the page, or null.</param>
/// <param name="Limit">The maximum number of events on the page.</param>
/// <param name="Fields">The requested members of each event; empty for all.</param>
internal sealed record ListRequest(
    EventScope Scope, EventFilter Filter, string? Query, ListOrder Order, ListPosition? After, int Limit, ImmutableArray<string> Fields)
{
    /// <summary>The only requested event, or null.</summary>
    public EventId? Only { get; init; }

    /// <summary>The mark at which the change feed begins, or null.</summary>
    public ChangeMark? Since { get; init; }

    /// <summary>The mark for the caller's next change feed, from the cursor; null on the first page and in other lists.</summary>
    public ChangeMark? Through { get; init; }

    /// <summary>True if the caller's mark belongs to another history: the feed begins anew, and the caller must forget what it has.</summary>
    public bool IsReset { get; init; }

    /// <summary>True for formats that cannot report deleted events.</summary>
    public bool OmitsDeleted { get; init; }

    /// <summary>True for requests with <c>changed_since</c>.</summary>
    public bool IsChangeFeed => Since is not null || Filter.ChangedSince is not null;

    /// <summary>True if the list reports events that are no longer active, as a change feed must.</summary>
    public bool IncludesDeleted => IsChangeFeed && Scope.Active && !OmitsDeleted;

    /// <summary>True for an event that the list replaces by a duplicate. A request for this very event returns it.</summary>
    public bool IsHidden(FactState state) => state == FactState.Hidden && Scope.Active && Only is null;

    /// <summary>The request with its marks resolved to commits. A mark of another history begins the feed anew.</summary>
    /// <remarks>The pages of one feed may come from snapshots of several silos: the mark that it returns is the earliest of them.</remarks>
    public ListRequest At(CommitPoint point, Membership membership)
    {
        if (!IsChangeFeed) return this;
        ChangeMark? OfHistory(ChangeMark? mark) => mark?.IsOf(point, membership) is true ? mark : null;
        var (since, through) = (OfHistory(Since), OfHistory(Through));
        return this with
        {
            Filter = Filter with { FirstCommit = since?.FirstCommit },
            After = through == Through ? After : null,
            Through = through?.NotBeyond(point) ?? ChangeMark.Of(point),
            IsReset = since != Since || through != Through,
        };
    }
}
