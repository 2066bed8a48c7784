using System.Net;
using System.Net.Http.Headers;
using Actors.Core.Text;
using Actors.Outbound.Guard;

namespace Actors.Outbound;

/// <summary>Sends one request and reads its response within the limits, without retries and redirects.</summary>
internal sealed class OutboundExchange(HttpMessageInvoker http, HttpMessageInvoker trusted, TimeProvider timeProvider)
{
    private const int ChunkLimit = int.MaxValue / 2;

    public async Task<Hop> RunAsync(OutboundCall call)
    {
        using var span = OutboundTrace.Start(call);
        return OutboundTrace.End(span, await SendAsync(call));
    }

    private async Task<Hop> SendAsync(OutboundCall call)
    {
        try
        {
            using var request = RequestOf(call);
            using var response = await (call.Trusted ? trusted : http).SendAsync(request, call.Deadline);
            return await AnswerAsync(call, response);
        }
        catch (OperationCanceledException) when (!call.Caller.IsCancellationRequested)
        {
            return call.Failed(OutboundFailure.TimedOut, "timed out") with { Unclear = true };
        }
        catch (Exception failure) when (ForbiddenAddressException.IsBehind(failure))
        {
            return call.Failed(OutboundFailure.Forbidden, "the address is not allowed");
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException or InvalidDataException or InvalidOperationException or UriFormatException)
        {
            return call.Failed(OutboundFailure.Unreachable, "the connection failed") with { Unclear = !HasNotConnected(failure) };
        }
    }

    private static bool HasNotConnected(Exception failure) => failure is HttpRequestException
    {
        HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError,
    };

    private static HttpRequestMessage RequestOf(OutboundCall call)
    {
        var request = new HttpRequestMessage(call.Json is null ? HttpMethod.Get : HttpMethod.Post, call.Url);
        request.Headers.TryAddWithoutValidation("User-Agent", OutboundProduct.UserAgent);
        request.Headers.TryAddWithoutValidation("Accept", call.Policy.Accept);
        if (call.Cookies.For(call.Url) is { } cookies)
        {
            request.Headers.TryAddWithoutValidation("Cookie", cookies);
        }

        foreach (var (name, value) in call.Headers)
        {
            request.Headers.Remove(name);
            request.Headers.Add(name, value);
        }

        if (call.Json is { } json)
        {
            request.Content = new ReadOnlyMemoryContent(json) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        }

        return request;
    }

    private async Task<Hop> AnswerAsync(OutboundCall call, HttpResponseMessage response)
    {
        call.Cookies.Keep(call.Url, response);
        var status = (int)response.StatusCode;
        var retryAfter = RetryAfterOf(response.Headers.RetryAfter);
        if (response.StatusCode == HttpStatusCode.NotModified && call.Headers.Keys.Any(IsCondition))
        {
            return WithValidators(call.Failed(OutboundFailure.NotModified, "not modified", status, retryAfter), response);
        }

        if (!response.IsSuccessStatusCode)
        {
            var refused = call.Failed(OutboundFailure.BadStatus, $"answered {status}", status, retryAfter) with { Unclear = status is 408 or >= 500 };
            return new Hop(refused, Redirects.IsRedirect(status) ? Redirects.LocationOf(response) : null);
        }

        var body = await ReadAsync(call, response.Content);
        return body is null
            ? call.Failed(OutboundFailure.TooLarge, $"more than {call.Policy.MaxBytes} bytes", status) with { Unclear = true }
            : WithValidators(new(OutboundFailure.None, null, status, body, TextOf(response.Content.Headers, "Content-Type"), call.Url, retryAfter), response);
    }

    private static bool IsCondition(string header) =>
        header.Equals("If-None-Match", StringComparison.OrdinalIgnoreCase) || header.Equals("If-Modified-Since", StringComparison.OrdinalIgnoreCase);

    private static OutboundAnswer WithValidators(OutboundAnswer answer, HttpResponseMessage response) => answer with
    {
        ETag = TextOf(response.Headers, "ETag"),
        LastModified = TextOf(response.Content.Headers, "Last-Modified"),
    };

    private static string? TextOf(HttpHeaders headers, string name) =>
        headers.NonValidated.TryGetValues(name, out var values) ? values.ToString() : null;

    private static async Task<byte[]?> ReadAsync(OutboundCall call, HttpContent content)
    {
        var limit = (int)Math.Min(call.Policy.MaxBytes, ChunkLimit);
        if (content.Headers.ContentLength > limit && !call.Policy.CutsLong)
        {
            return null;
        }

        using var buffer = new PooledBytes(limit);
        await using var stream = await content.ReadAsStreamAsync(call.Deadline);
        int count;
        while ((count = await stream.ReadAsync(buffer.Free(), call.Deadline)) > 0)
        {
            buffer.Advance(count);
            if (buffer.IsOverLimit)
            {
                return call.Policy.CutsLong ? buffer.Written[..limit].ToArray() : null;
            }
        }

        return buffer.Written.ToArray();
    }

    private TimeSpan? RetryAfterOf(RetryConditionHeaderValue? header) => header switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } => date - timeProvider.GetUtcNow() is { Ticks: > 0 } wait ? wait : TimeSpan.Zero,
        _ => null,
    };
}
