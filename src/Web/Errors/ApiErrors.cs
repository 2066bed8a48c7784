using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace Actors.Web.Errors;

/// <summary>Answers refusals in the shape of the endpoint's family.</summary>
public static class ApiErrors
{
    // Texts reach clients as they are, Cyrillic included; a JSON body is never put into HTML.
    private static readonly JsonWriterOptions s_readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The refusal as an endpoint's result.</summary>
    public static IResult Result(ApiError error) => new ApiErrorResult(error);

    /// <summary>Answers the refusal now; does nothing when the response has begun.</summary>
    public static async Task WriteAsync(HttpContext context, ApiError error)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(error);
        if (context.Response.HasStarted)
        {
            return;
        }

        var family = DialectOf(context);
        var worded = error with { Status = family.StatusOf(error), Code = error.Code ?? StatusNames.Code(error.Status) };
        var dialect = AsksForProblem(context.Request) ? ErrorDialect.Problem : family;
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

        // What is left of a refused body is not waited for.
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

    // Only a client that names the type gets it: */* means the family's own shape.
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
