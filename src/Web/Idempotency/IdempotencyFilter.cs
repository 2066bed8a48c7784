using System.Runtime.InteropServices;
using Actors.Persistence;
using Actors.Web.Errors;
using Actors.Web.Identity;
using Actors.Web.Reading;
using Microsoft.AspNetCore.Http.Features;

namespace Actors.Web.Idempotency;

/// <summary>
/// Executes a request with an <c>Idempotency-Key</c> once. Requests without a key pass unchanged. If the caller's session has ended, only a stored
/// response is returned.
/// </summary>
internal sealed partial class IdempotencyFilter : IEndpointFilter
{
    public const string Header = "Idempotency-Key";

    /// <summary>Maximum size of a stored response.</summary>
    public const int MaxAnswerBytes = 1024 * 1024;

    private static readonly TimeSpan s_retryAfter = TimeSpan.FromSeconds(5);

    private static readonly ApiError s_invalidKey = new(StatusCodes.Status400BadRequest, "Idempotency-Key must be 1 to 255 visible ASCII characters");

    private static readonly ApiError s_inFlight =
        new(StatusCodes.Status409Conflict, "A request with this Idempotency-Key is being processed", RetryAfter: s_retryAfter);

    private static readonly ApiError s_mismatch =
        new(StatusCodes.Status422UnprocessableEntity, "This Idempotency-Key was used with a different request", Code: "IDEMPOTENCY_KEY_REUSED");

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var isFormer = http.FindFormerCaller() is not null;
        if (!http.Request.Headers.TryGetValue(Header, out var keys)) return isFormer ? ApiErrors.Result(AccessRefusals.NotSignedIn) : await next(context);
        if (keys.Count != 1 || !IdempotencyScope.IsKey(keys[0])) return ApiErrors.Result(s_invalidKey);
        var (body, refusal) = await RepeatableBody.ReadAsync(http, BodyLimits.Default.MaxBytes);
        if (refusal is not null) return ApiErrors.Result(refusal);
        var answers = http.RequestServices.GetRequiredService<IIdempotency>();
        var (key, run) = (IdempotencyScope.Of(http, keys[0]!), Guid.NewGuid());
        var fingerprint = IdempotencyScope.Fingerprint(http, keys[0]!, body.Span);
        var verdict = isFormer ? await answers.PeekAsync(key, fingerprint) : await answers.BeginAsync(key, fingerprint, run);
        return verdict.Outcome switch
        {
            IdempotencyOutcome.Run when isFormer => ApiErrors.Result(AccessRefusals.NotSignedIn),
            IdempotencyOutcome.Run => await RunAsync(context, next, new IdempotencyClaim(answers, key, fingerprint, run)),
            IdempotencyOutcome.InFlight => ApiErrors.Result(s_inFlight),
            IdempotencyOutcome.Mismatch => ApiErrors.Result(s_mismatch),
            _ => new ReplayedResult(verdict.Answer!),
        };
    }

    private static async Task<object?> RunAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next, IdempotencyClaim claim)
    {
        var http = context.HttpContext;
        var (client, aborted) = (http.Features.GetRequiredFeature<IHttpResponseBodyFeature>(), http.RequestAborted);
        using var buffer = new AnswerBuffer(client.Stream, MaxAnswerBytes, () => http.Response.Headers[AnswerHeaders.Stored] = "false");
        // A disconnect does not cancel the request: the client's retry should find the response.
        http.RequestAborted = CancellationToken.None;
        var body = new StreamResponseBodyFeature(buffer, client);
        http.Features.Set<IHttpResponseBodyFeature>(body);
        await using var renewal = claim.StartRenewal(http.RequestServices.GetRequiredService<TimeProvider>());
        try
        {
            await ExecuteAsync(await next(context), http);
            await body.CompleteAsync();
            await StoreAsync(http, buffer, claim);
        }
        catch
        {
            await claim.AbandonAsync();
            throw;
        }
        finally
        {
            http.Features.Set(client);
            http.RequestAborted = aborted;
        }

        await buffer.SendAsync(aborted);
        return Results.Empty;
    }

    private static Task ExecuteAsync(object? result, HttpContext http) => result switch
    {
        IResult answer => answer.ExecuteAsync(http),
        null => Task.CompletedTask,
        _ => throw new InvalidOperationException("An idempotent route must return an IResult."),
    };

    private static async Task StoreAsync(HttpContext http, AnswerBuffer buffer, IdempotencyClaim claim)
    {
        var response = http.Response;
        if (!buffer.IsWhole || !IsStored(response.StatusCode))
        {
            await claim.AbandonAsync();
            return;
        }

        var bytes = buffer.ToArray();
        if (bytes.Length > 0) response.ContentLength = bytes.Length;
        var answer = new StoredAnswer(
            response.StatusCode, response.ContentType, AnswerHeaders.Of(response.Headers), ImmutableCollectionsMarshal.AsImmutableArray(bytes));
        try
        {
            if (!await claim.CompleteAsync(answer)) LogOvertaken(LoggerOf(http), http.TraceIdentifier);
        }
        catch (Exception failure) when (failure is StoreUnavailableException or TimeoutException or OrleansException)
        {
            // The request was executed, so its response is sent even if it is not stored.
            LogNotStored(LoggerOf(http), failure, http.TraceIdentifier);
        }
    }

    private static ILogger LoggerOf(HttpContext http) => http.RequestServices.GetRequiredService<ILogger<IdempotencyFilter>>();

    // Not stored: responses that depend on the time or the caller, and 404, which had no effect and would fill the table for random names.
    private static bool IsStored(int status) => status is < 500 and not (401 or 403 or 404 or 408 or 409 or 429);
}
