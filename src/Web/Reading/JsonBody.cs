using System.Text.Json;
using Actors.Core.Text;
using Actors.Web.Errors;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace Actors.Web.Reading;

/// <summary>Reads a JSON body within limits. Every input results in a value or a 4xx error.</summary>
public static class JsonBody
{
    // Allowance for chunked encoding: a body in chunks of one byte is six times as long on the wire.
    private const int Framing = 8;

    /// <summary>Reads the whole body. Of duplicate keys the last one counts, as in FastAPI. Throws only if the client disconnects.</summary>
    public static async ValueTask<JsonRead> ReadAsync(HttpContext context, BodyLimits? limits = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(context);
        limits ??= BodyLimits.Default;
        if (context.Request.ContentLength > limits.MaxBytes)
        {
            return new(BodyFaults.TooLarge);
        }

        var body = new PooledBytes(limits.MaxBytes);
        context.Response.RegisterForDispose(body);
        if (await FillAsync(context, body, limits, cancellationToken) is { } refusal)
        {
            return new(refusal);
        }

        return IsJson(context.Request.ContentType) || body.Length == 0
            ? Parse(context, body.Written, limits)
            : new(BodyFaults.NotJson);
    }

    private static async ValueTask<ApiError?> FillAsync(HttpContext context, PooledBytes body, BodyLimits limits, CancellationToken cancellationToken)
    {
        SetServerLimit(context, limits.MaxBytes);
        var encoding = context.Request.Headers.ContentEncoding;
        var stream = BodyEncoding.Decode(encoding.Count > 0 ? encoding.ToString() : null, context.Request.Body);
        if (stream is null)
        {
            return BodyFaults.UnknownEncoding;
        }

        try
        {
            return await CopyAsync(stream, body, cancellationToken) ? null : BodyFaults.TooLarge;
        }
        catch (BadHttpRequestException bad)
        {
            return ApiError.OfStatus(bad.StatusCode);
        }
        catch (Exception exception) when (IsClientError(exception) && !context.RequestAborted.IsCancellationRequested)
        {
            return BodyFaults.Unreadable;
        }
    }

    // The body does not match its encoding; Kestrel reports some broken chunks as IOException.
    private static bool IsClientError(Exception exception) =>
        exception is InvalidDataException or IOException or InvalidOperationException { Source: "System.IO.Compression.Brotli" };

    private static async ValueTask<bool> CopyAsync(Stream from, PooledBytes to, CancellationToken cancellationToken)
    {
        int count;
        while ((count = await from.ReadAsync(to.Free(), cancellationToken)) > 0)
        {
            to.Advance(count);
            if (to.IsOverLimit)
            {
                return false;
            }
        }

        return true;
    }

    // The buffer limits the decoded bytes; the server limit bounds the received bytes, including chunk framing and compressed bodies without output.
    private static void SetServerLimit(HttpContext context, long maxBytes)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = maxBytes * Framing;
        }
    }

    private static JsonRead Parse(HttpContext context, ReadOnlyMemory<byte> raw, BodyLimits limits)
    {
        if (raw.IsEmpty)
        {
            return new(BodyFaults.Empty);
        }

        if (JsonText.ToUtf8(raw) is not { } text)
        {
            return new(BodyFaults.Unreadable);
        }

        try
        {
            var document = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = limits.MaxDepth });
            context.Response.RegisterForDispose(document);
            return JsonText.HasNoLoneSurrogates(text.Span, limits.MaxDepth) ? new(document.RootElement) : new(BodyFaults.BadUnicode);
        }
        catch (JsonException broken)
        {
            return new(BodyFaults.Malformed(broken.BytePositionInLine ?? 0));
        }
    }

    // Like FastAPI: a missing content type means JSON; any other type is refused.
    private static bool IsJson(string? contentType)
    {
        if (string.IsNullOrWhiteSpace(contentType))
        {
            return true;
        }

        return MediaTypeHeaderValue.TryParse(contentType, out var type)
            && (type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
                || (type.Type.Equals("application", StringComparison.OrdinalIgnoreCase) && type.Suffix.Equals("json", StringComparison.OrdinalIgnoreCase)));
    }
}
