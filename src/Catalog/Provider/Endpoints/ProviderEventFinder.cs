using Actors.Catalog.Provider.Sync;
using Actors.Web.Errors;
using Actors.Web.Reading;
using Microsoft.AspNetCore.Http;

namespace Actors.Catalog.Provider.Endpoints;

/// <summary>Serves <c>GET /api/events</c>: pages of ten in the envelope of Django REST framework.</summary>
internal sealed class ProviderEventFinder(ProviderEventRows rows)
{
    /// <summary>Events per page.</summary>
    public const int PageSize = 10;

    private static readonly ApiError s_invalidPage = new(StatusCodes.Status404NotFound, "Invalid page.");

    public Task<ProviderEvent?> FindAsync(Guid id, CancellationToken cancellationToken) => rows.FindAsync(id, cancellationToken);

    public async Task<IResult> ListAsync(HttpContext http)
    {
        var reader = new QueryReader(http);
        var query = ProviderEventParameters.Read(reader);
        var requested = reader.OptionalText("page", ProviderEventParameters.MaxLength);
        if (!reader.Ok) return ApiErrors.Result(reader.Faults.ToError());
        if (await PageAsync(requested, query, http.RequestAborted) is not { } page) return ApiErrors.Result(s_invalidPage);

        var part = await rows.ListAsync(query, (page - 1) * PageSize, PageSize, http.RequestAborted);
        if (part.Events.IsEmpty && page > 1) return ApiErrors.Result(s_invalidPage);
        // The response is personal, and its links name the host of this request.
        http.Response.Headers.CacheControl = "private, no-store";
        return TypedResults.Json(Envelope(http.Request, part, page), ProviderJson.Readable.ProviderEventPage);
    }

    private async Task<long?> PageAsync(string? requested, ProviderEventQuery query, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(requested)) return 1;
        if (requested == "last") return Math.Max(1, (await rows.CountAsync(query, cancellationToken) + PageSize - 1) / PageSize);
        return int.TryParse(requested, System.Globalization.NumberStyles.None, null, out var page) && page > 0 ? page : null;
    }

    private static ProviderEventPage Envelope(HttpRequest request, ProviderEventPart part, long page) => new(
        part.Total,
        page * PageSize < part.Total ? PageLink.To(request, page + 1) : null,
        page > 1 ? PageLink.To(request, page - 1) : null,
        [.. part.Events.Select(ProviderEventResponse.Of)]);
}
