using Actors.Web.OpenApi;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Actors.Catalog.Events.Documents;

/// <summary>Descriptions that several routes of the module share on the API page.</summary>
internal static class CatalogDescriptions
{
    /// <summary>A list of events, or 404.</summary>
    public static RouteHandlerBuilder DescribesEvents(this RouteHandlerBuilder route) => route
        .WithQueryParameter("type", "One of the ten event types; without it all of them.")
        .WithQueryParameter("id", "Our number of an event, or its uuid; the answer is a list of one.")
        .DescribesFilters().WithQueryParameter("fields", "Only these members of an event, separated by commas.")
        .Produces<EventResponse[]>().WithAnswerExample(200, CatalogExamples.Events)
        .Produces<ErrorDocument>(StatusCodes.Status404NotFound).WithAnswerExample(404, CatalogExamples.NotFound);

    /// <summary>A list of events in another format, or 404.</summary>
    public static RouteHandlerBuilder DescribesFeed(this RouteHandlerBuilder route) => route
        .WithQueryParameter("type", "One of the ten event types; without it all of them.")
        .WithQueryParameter("id", "Our number of an event, or its uuid: this event only.")
        .DescribesFilters()
        .Produces<ErrorDocument>(StatusCodes.Status404NotFound).WithAnswerExample(404, CatalogExamples.NotFound);

    private static RouteHandlerBuilder DescribesFilters(this RouteHandlerBuilder route) => route
        .WithQueryParameter("date_from", "Events with a date at this time or later; a day means its beginning.")
        .WithQueryParameter("date_to", "Events with a date at this time or earlier; a day means its end.")
        .WithQueryParameter("when", "today, tomorrow, weekend (the coming one), week (seven days from today) or month (from today).")
        .WithQueryParameter("q", "Words to search for, best match first: other forms, transliteration, a wrong keyboard layout and typos are understood.")
        .WithQueryParameter("place", "Events whose place contains this, whatever the case.")
        .WithQueryParameter("price_min", "The lowest price.")
        .WithQueryParameter("price_max", "The highest price.")
        .WithQueryParameter("age", "Events known to be suitable for this age.")
        .WithQueryParameter("changed_since", "Events that changed since a time, or since the mark in X-Changed-Through, oldest change first; events that are gone as {id, uuid, deleted: true}.")
        .WithQueryParameter("limit", "Most events of a page, at most 1000; the next page is in Link.")
        .WithQueryParameter("cursor", "Where the page begins, from Link of the page before.");

    /// <summary>422 with the list of faults.</summary>
    public static RouteHandlerBuilder ProducesRefusals(this RouteHandlerBuilder route) => route
        .Produces<FaultsDocument>(StatusCodes.Status422UnprocessableEntity).WithAnswerExample(422, CatalogExamples.Invalid);
}

/// <summary>An error with a text.</summary>
internal sealed record ErrorDocument(string Detail);

/// <summary>An error with the list of faults.</summary>
internal sealed record FaultsDocument(FaultDocument[] Detail);

/// <summary>One fault of a request.</summary>
internal sealed record FaultDocument(object[] Loc, string Msg, string Type);
