using Actors.Catalog.Events.Documents;
using Actors.Web.OpenApi;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Actors.Catalog.Provider.Endpoints;

/// <summary>What the routes say of themselves on the API page.</summary>
internal static class ProviderDescriptions
{
    public static RouteHandlerBuilder DescribesList(this RouteHandlerBuilder route) => route
        .WithQueryParameter("name", "The whole name.")
        .WithQueryParameter("search", "A part of the name, whatever its case.")
        .WithQueryParameter("status", "open (without it), closed or all.")
        .WithQueryParameter("ordering", "event_time (without it) or -event_time.")
        .WithQueryParameter("page", "A number from 1, or last; ten events each.")
        .Produces<ProviderEventPage>().WithAnswerExample(200, ProviderExamples.Page)
        .Produces<ErrorDocument>(StatusCodes.Status404NotFound).WithAnswerExample(404, """{"detail":"Invalid page."}""");

    public static RouteHandlerBuilder DescribesRegistration(this RouteHandlerBuilder route) => route
        .Produces<RegistrationResponse>()
        .WithAnswerExample(200, "confirmed", ProviderExamples.Confirmed).WithAnswerExample(200, "rejected", ProviderExamples.Rejected)
        .WithAnswerExample(200, "unclear", ProviderExamples.Unclear)
        .Produces<ErrorDocument>(StatusCodes.Status404NotFound).WithAnswerExample(404, ProviderExamples.NotFound);
}

/// <summary>The body of a registration; every field may be missing.</summary>
internal sealed record RegisterDocument(string? FirstName, string? LastName, string? FullName, string? Email, string? Seat);
