using System.Runtime.InteropServices;
using Actors.Persistence;
using Actors.Web.Errors;
using Actors.Web.Identity;
using Actors.Web.Reading;
using Microsoft.AspNetCore.Http.Features;

namespace Actors.Web.Idempotency;

/// <summary>
/// Carries a request with a key out once. A request without one passes as if the filter were not there, unless its session is over: then only
/// an answer that was kept for its account is given.
/// </summary>
internal sealed partial class IdempotencyFilter : IEndpointFilter
{
    public const string Header = "Idempotency-Key";

    /// <summary>The longest answer that is kept.</summary>
    public const int MaxAnswerBytes = 1024 * 1024;

    private static readonly TimeSpan s_tryAgain = TimeSpan.FromSeconds(5);

    private static readonly ApiError s_noKey = new(StatusCodes.Status400BadRequest, "Idempotency-Key must be 1 to 255 visible ASCII characters");

    private static readonly ApiError s_inFlight =
        new(StatusCodes.Status409Conflict, "A request with this Idempotency-Key is being processed", RetryAfter: s_tryAgain);

    private static readonly ApiError s_mismatch =
        new(StatusCodes.Status422UnprocessableEntity, "This Idempotency-Key was used with a different request", Code: "IDEMPOTENCY_KEY_REUSED");

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var isFormer = http.FindFormerCaller() is not null;
        if (!http.Request.Headers.TryGetValue(Header, out var keys)) return isFormer ? ApiErrors.Result(AccessRefusals.NotSignedIn) : await next(context);
        if (keys.Count != 1 || !IdempotencyScope.IsKey(keys[0])) return ApiErrors.Result(s_noKey);
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
        var (client, gone) = (http.Features.GetRequiredFeature<IHttpResponseBodyFeature>(), http.RequestAborted);
        using var held = new AnswerBuffer(client.Stream, MaxAnswerBytes, () => http.Response.Headers[AnswerHeaders.Kept] = "false");
        // A client that goes away will ask again with the same key: there should be an answer then.
        http.RequestAborted = CancellationToken.None;
        var body = new StreamResponseBodyFeature(held, client);
        http.Features.Set<IHttpResponseBodyFeature>(body);
        await using var renewal = claim.Renewing(http.RequestServices.GetRequiredService<TimeProvider>());
        try
        {
            await ExecuteAsync(await next(context), http);
            await body.CompleteAsync();
            await SettleAsync(http, held, claim);
        }
        catch
        {
            await claim.AbandonAsync();
            throw;
        }
        finally
        {
            http.Features.Set(client);
            http.RequestAborted = gone;
        }

        await held.SendAsync(gone);
        return Results.Empty;
    }

    private static Task ExecuteAsync(object? result, HttpContext http) => result switch
    {
        IResult answer => answer.ExecuteAsync(http),
        null => Task.CompletedTask,
        _ => throw new InvalidOperationException("A route that is idempotent answers with an IResult."),
    };

    private static async Task SettleAsync(HttpContext http, AnswerBuffer held, IdempotencyClaim claim)
    {
        var response = http.Response;
        if (!held.IsWhole || !IsKept(response.StatusCode))
        {
            await claim.AbandonAsync();
            return;
        }

        var bytes = held.ToArray();
        if (bytes.Length > 0) response.ContentLength = bytes.Length;
        var answer = new StoredAnswer(
            response.StatusCode, response.ContentType, AnswerHeaders.Of(response.Headers), ImmutableCollectionsMarshal.AsImmutableArray(bytes));
        try
        {
            if (!await claim.CompleteAsync(answer)) LogOvertaken(LoggerOf(http), http.TraceIdentifier);
        }
        catch (Exception failure) when (failure is StoreUnavailableException or TimeoutException or OrleansException)
        {
            // What was asked for has happened: saying otherwise would be a lie.
            LogNotKept(LoggerOf(http), failure, http.TraceIdentifier);
        }
    }

    private static ILogger LoggerOf(HttpContext http) => http.RequestServices.GetRequiredService<ILogger<IdempotencyFilter>>();

    // Answers that tell of the moment, or of who asks, and not of the request; and 404, which changed nothing and can be had for any name.
    private static bool IsKept(int status) => status is < 500 and not (401 or 403 or 404 or 408 or 409 or 429);
}
