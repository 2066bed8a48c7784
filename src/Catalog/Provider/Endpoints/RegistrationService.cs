using System.Text.Json;
using Actors.Catalog.Provider.Registrations;
using Actors.Core.Accounts;
using Actors.Persistence;
using Actors.Web.Errors;
using Actors.Web.Identity;
using Actors.Web.RateLimiting;
using Actors.Web.Reading;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Actors.Catalog.Provider.Endpoints;

/// <summary>
/// Registers the caller as a visitor. Reads rows first, so that requests about missing events activate no grain and write nothing. Recipients are
/// rate-limited, because the address may not be the caller's.
/// </summary>
internal sealed class RegistrationService(ProviderEventRows events, IRowStore rows, IAccountDirectory accounts, IGrainFactory grains, IRateLimiter limiter, TimeProvider timeProvider)
{
    private static readonly JsonElement s_empty = JsonElement.Parse("{}");
    private static readonly ApiError s_noEvent = ApiError.OfStatus(StatusCodes.Status404NotFound);
    private static readonly ApiError s_closed = new(StatusCodes.Status400BadRequest, "Registration for this event is closed.");

    /// <summary>The caller's registration for an event; null if there is none.</summary>
    public async Task<ProviderRegistration?> FindAsync(HttpContext http, Guid eventId)
    {
        var key = ProviderRows.RegistrationKey(eventId, http.GetCaller().AccountId);
        return (await rows.ReadAsync(ProviderRows.Registrations, key, http.RequestAborted))?.State;
    }

    /// <summary>The caller's registration, created if needed, or the reason of the refusal.</summary>
    public async Task<(ProviderRegistration? Registration, ApiError? Refusal)> RegisterAsync(HttpContext http, Guid eventId)
    {
        var body = await BodyAsync(http);
        if (!body.Ok) return (null, body.Error);
        var existing = await FindAsync(http, eventId);
        if (existing is { MayRepeat: false }) return (existing, null);
        if (await events.FindAsync(eventId, http.RequestAborted) is not { } providerEvent) return (null, s_noEvent);
        if (!providerEvent.AcceptsVisitors(timeProvider.GetUtcNow())) return (null, s_closed);

        var account = http.GetCaller().AccountId;
        var card = await accounts.FindAsync(account, http.RequestAborted);
        var (visitor, fault) = VisitorReader.Read(body.Root, card);
        if (visitor is null) return (null, fault);
        var verdict = await limiter.TakeAsync(RecipientLimit.Policy, RecipientLimit.KeyOf(visitor.Email), http.RequestAborted);
        if (!verdict.Granted) return (null, ApiError.OfStatus(StatusCodes.Status429TooManyRequests) with { RetryAfter = verdict.Reset });
        var registration = grains.GetGrain<IProviderRegistrationGrain>(ProviderRows.RegistrationKey(eventId, account));
        return (await registration.Accept(providerEvent, account, visitor, existing?.NextAttempt ?? 0), null);
    }

    // Without a body, all data comes from the account.
    private static async Task<(bool Ok, JsonElement Root, ApiError? Error)> BodyAsync(HttpContext http)
    {
        if (http.Request.ContentLength == 0 || http.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody == false) return (true, s_empty, null);
        var read = await JsonBody.ReadAsync(http, cancellationToken: http.RequestAborted);
        return read.Ok ? (true, read.Root, null) : (false, default, read.Error);
    }
}
