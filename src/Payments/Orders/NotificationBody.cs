using Actors.Payments.Providers;
using Actors.Web.Errors;
using Microsoft.AspNetCore.Http.Features;

namespace Actors.Payments.Orders;

/// <summary>Reads the body of a notification within limits.</summary>
internal static class NotificationBody
{
    /// <summary>Maximum size of a body; real notifications have less than 2 KiB.</summary>
    public const int MaxBytes = 64 * 1024;

    public static async Task<(PaymentNotification? Read, ApiError? Refusal)> ReadAsync(HttpContext http)
    {
        var request = http.Request;
        if (request.ContentLength > MaxBytes) return (null, TooLarge);
        if (request.Headers.ContentEncoding.Count > 0) return (null, ApiError.OfStatus(StatusCodes.Status415UnsupportedMediaType));
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size) size.MaxRequestBodySize = MaxBytes;
        var body = await BytesAsync(request.Body, http.RequestAborted);
        return body is { } bytes
            ? (new PaymentNotification(HttpMethods.IsPost(request.Method), request.ContentType, request.QueryString.Value ?? "", bytes, request.Headers), null)
            : (null, TooLarge);
    }

    private static ApiError TooLarge => ApiError.OfStatus(StatusCodes.Status413PayloadTooLarge);

    private static async Task<ReadOnlyMemory<byte>?> BytesAsync(Stream body, CancellationToken cancellationToken)
    {
        var buffer = new byte[4096];
        var all = new MemoryStream();
        while (await body.ReadAsync(buffer, cancellationToken) is > 0 and var count)
        {
            if (all.Length + count > MaxBytes) return null;
            all.Write(buffer, 0, count);
        }

        return all.GetBuffer().AsMemory(0, (int)all.Length);
    }
}
