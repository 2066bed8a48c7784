using Actors.Grains.Failures;
using Microsoft.AspNetCore.Connections;

namespace Actors.Web.Errors;

/// <summary>Writes error bodies for exceptions and for error statuses without a body.</summary>
internal sealed partial class ErrorMiddleware(RequestDelegate next, ILogger<ErrorMiddleware> logger)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (Exception failure) when (IsDisconnect(failure, context))
        {
            LogDisconnected(logger, context.Request.Method, context.TraceIdentifier);
            return;
        }
        catch (Exception failure) when (!context.Response.HasStarted)
        {
            await AnswerAsync(context, failure);
            return;
        }

        await AddBodyAsync(context);
    }

    private static bool IsDisconnect(Exception failure, HttpContext context) =>
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

    // Adds a body to error statuses without one, for example routing's 404 and 405.
    private static Task AddBodyAsync(HttpContext context)
    {
        var response = context.Response;
        var empty = !response.HasStarted && response.StatusCode >= StatusCodes.Status400BadRequest
            && response.ContentLength is null or 0 && string.IsNullOrEmpty(response.ContentType);
        return empty ? ApiErrors.WriteAsync(context, ApiError.OfStatus(response.StatusCode)) : Task.CompletedTask;
    }
}
