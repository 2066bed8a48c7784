using Actors.Catalog.Events.Documents;
using Actors.Web.OpenApi;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Actors.Catalog.Provider.Endpoints;

/// <summary>The descriptions of the routes on the API page.</summary>
internal static class ProviderDescriptions
{
    public static RouteHandlerBuilder DescribesList(this RouteHandlerBuilder route) => route
        .WithQueryParameter("name", "The exact name.")
        .WithQueryParameter("search", "A part of the name; case-insensitive.")
        .WithQueryParameter("status", "open (default), closed or all.")
        .WithQueryParameter("ordering", "event_time (default) or -event_time.")
        .WithQueryParameter("page", "A page number from 1, or last; a page has ten events.")
        .Produces<ProviderEventPage>().WithAnswerExample(200, ProviderExamples.Page)
        .Produces<ErrorDocument>(StatusCodes.Status404NotFound).WithAnswerExample(404, """{"detail":"Invalid page."}""");

    public static RouteHandlerBuilder DescribesRegistration(this RouteHandlerBuilder route) => route
        .Produces<RegistrationResponse>()
        .WithAnswerExample(200, "confirmed", ProviderExamples.Confirmed).WithAnswerExample(200, "rejected", ProviderExamples.Rejected)
        .WithAnswerExample(200, "unclear", ProviderExamples.Unclear)
        .Produces<ErrorDocument>(StatusCodes.Status404NotFound).WithAnswerExample(404, ProviderExamples.NotFound);
}

/// <summary>The request body of a registration; all fields are optional.</summary>
internal sealed record RegisterDocument(string? FirstName, string? LastName, string? FullName, string? Email, string? Seat);
