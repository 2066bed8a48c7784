using System.Runtime.InteropServices;
using Actors.Core.Text;
using Actors.Web.Errors;
using Actors.Web.Reading;

namespace Actors.Web.Idempotency;

/// <summary>Buffers a request's body before its route reads it, with the default limit of <see cref="JsonBody"/>.</summary>
internal static class RepeatableBody
{
    public static async Task<(ReadOnlyMemory<byte> Bytes, ApiError? Refusal)> ReadAsync(HttpContext context, int maxBytes)
    {
        if (context.Request.ContentLength > maxBytes) return (default, BodyFaults.TooLarge);
        var body = new PooledBytes(maxBytes);
        context.Response.RegisterForDispose(body);
        try
        {
            int count;
            while (!body.IsOverLimit && (count = await context.Request.Body.ReadAsync(body.Free(), context.RequestAborted)) > 0) body.Advance(count);
        }
        catch (IOException broken) when (broken is not BadHttpRequestException && !context.RequestAborted.IsCancellationRequested)
        {
            return (default, BodyFaults.Unreadable);
        }

        if (body.IsOverLimit) return (default, BodyFaults.TooLarge);
        MemoryMarshal.TryGetArray(body.Written, out var bytes);
        context.Request.Body = new MemoryStream(bytes.Array!, bytes.Offset, bytes.Count, writable: false);
        return (body.Written, null);
    }
}
