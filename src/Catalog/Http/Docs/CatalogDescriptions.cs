using Actors.Plumbing.Docs;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Actors.Catalog.Http.Docs;

/// <summary>What several routes of the room say of themselves on the API page.</summary>
internal static class CatalogDescriptions
{
    /// <summary>A list of events, or 404.</summary>
    public static RouteHandlerBuilder DescribesEvents(this RouteHandlerBuilder route) => route
        .WithQueryParameter("type", "One of the ten event types; without it all of them.")
        .WithQueryParameter("id", "Our number of an event, or its uuid; the answer is a list of one.")
        .Produces<EventResponse[]>().WithAnswerExample(200, CatalogExamples.Events)
        .Produces<ErrorDocument>(StatusCodes.Status404NotFound).WithAnswerExample(404, CatalogExamples.NotFound);

    /// <summary>422 with the list of faults.</summary>
    public static RouteHandlerBuilder ProducesRefusals(this RouteHandlerBuilder route) => route
        .Produces<FaultsDocument>(StatusCodes.Status422UnprocessableEntity).WithAnswerExample(422, CatalogExamples.Invalid);
}

/// <summary>A refusal in words.</summary>
internal sealed record ErrorDocument(string Detail);

/// <summary>A refusal that lists what is wrong.</summary>
internal sealed record FaultsDocument(FaultDocument[] Detail);

/// <summary>One thing that is wrong with a request.</summary>
internal sealed record FaultDocument(object[] Loc, string Msg, string Type);
