using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace Actors.Web.Errors;

/// <summary>Writes error responses in the dialect of the endpoint.</summary>
public static class ApiErrors
{
    // Relaxed escaping keeps Cyrillic readable and is safe: a JSON body is never embedded in HTML.
    private static readonly JsonWriterOptions s_readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The error as an endpoint's result.</summary>
    public static IResult Result(ApiError error) => new ApiErrorResult(error);

    /// <summary>Writes the error response; does nothing if the response has started.</summary>
    public static async Task WriteAsync(HttpContext context, ApiError error)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(error);
        if (context.Response.HasStarted)
        {
            return;
        }

        var routeDialect = DialectOf(context);
        var worded = error with { Status = routeDialect.StatusOf(error), Code = error.Code ?? StatusNames.Code(error.Status) };
        var dialect = AsksForProblem(context.Request) ? ErrorDialect.Problem : routeDialect;
        var body = Body(dialect, worded, context);
        SetHeaders(context.Response, worded, dialect.ContentType, body.WrittenCount);
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await context.Response.Body.WriteAsync(body.WrittenMemory, context.RequestAborted);
        }
    }

    internal static ErrorDialect DialectOf(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<DialectMetadata>()?.Dialect
        ?? context.RequestServices.GetRequiredService<IOptions<DialectTable>>().Value.Of(context.Request.Path);

    private static ArrayBufferWriter<byte> Body(ErrorDialect dialect, ApiError error, HttpContext context)
    {
        var clock = context.RequestServices.GetService<TimeProvider>() ?? TimeProvider.System;
        var about = new ErrorContext(context.TraceIdentifier, clock.GetUtcNow(), context.Request.Method, context.Request.Path.Value ?? "/");
        var body = new ArrayBufferWriter<byte>(256);
        using var json = new Utf8JsonWriter(body, s_readable);
        dialect.Write(json, error, about);
        json.Flush();
        return body;
    }

    private static void SetHeaders(HttpResponse response, ApiError error, string contentType, int length)
    {
        response.StatusCode = error.Status;
        response.ContentType = contentType;
        response.ContentLength = length;
        if (error.Status == StatusCodes.Status401Unauthorized)
        {
            response.Headers.WWWAuthenticate = "Bearer";
        }

        // Closes the connection instead of reading the rest of the body.
        if (error.Status == StatusCodes.Status413PayloadTooLarge)
        {
            response.Headers.Connection = "close";
        }

        if (error.RetryAfter is { } wait)
        {
            var seconds = Math.Max(1, (long)Math.Ceiling(wait.TotalSeconds));
            response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        }
    }

    // Only for clients that name the type: */* gets the dialect of the route.
    private static bool AsksForProblem(HttpRequest request)
    {
        if (request.Headers.Accept.Count == 0 || !request.Headers.Accept.ToString().Contains("problem+json", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        return MediaTypeHeaderValue.TryParseList(request.Headers.Accept, out var accepted)
            && accepted.Any(type => type.Quality is not 0 && type.MediaType.Equals("application/problem+json", StringComparison.OrdinalIgnoreCase));
    }
}
