using Actors.Grains.Failures;
using Microsoft.AspNetCore.Connections;

namespace Actors.Web.Errors;

/// <summary>The last word on a request: exceptions and empty refusals leave in the family's shape.</summary>
internal sealed partial class ErrorMiddleware(RequestDelegate next, ILogger<ErrorMiddleware> logger)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (Exception failure) when (IsDeparture(failure, context))
        {
            LogDeparted(logger, context.Request.Method, context.TraceIdentifier);
            return;
        }
        catch (Exception failure) when (!context.Response.HasStarted)
        {
            await AnswerAsync(context, failure);
            return;
        }

        await FillAsync(context);
    }

    // The client has gone: nobody reads an answer.
    private static bool IsDeparture(Exception failure, HttpContext context) =>
        failure is ConnectionResetException || (context.RequestAborted.IsCancellationRequested && failure is OperationCanceledException or IOException);

    private async Task AnswerAsync(HttpContext context, Exception failure)
    {
        var error = ErrorOfException.Of(failure);
        if (error.Status >= StatusCodes.Status500InternalServerError)
        {
            LogFailed(logger, failure, context.Request.Method, context.GetEndpoint()?.DisplayName, error.Status, context.TraceIdentifier);
            if (!Outage.IsOfCluster(failure)) error = context.GetEndpoint()?.Metadata.GetMetadata<FailureMetadata>()?.Error ?? error;
        }

        context.Response.Clear();
        await ApiErrors.WriteAsync(context, error);
    }

    // Routing's own 404 and 405, and whatever else sets a status and forgets the body.
    private static Task FillAsync(HttpContext context)
    {
        var response = context.Response;
        var empty = !response.HasStarted && response.StatusCode >= StatusCodes.Status400BadRequest
            && response.ContentLength is null or 0 && string.IsNullOrEmpty(response.ContentType);
        return empty ? ApiErrors.WriteAsync(context, ApiError.OfStatus(response.StatusCode)) : Task.CompletedTask;
    }
}
