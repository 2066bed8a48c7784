using System.Net.Mime;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Actors.TestKit;

/// <summary>Common responses of a <see cref="FakeUpstream"/>, valid and faulty.</summary>
public static class Answers
{
    /// <summary>A complete body with its length.</summary>
    public static FakeUpstream OnBytes(this FakeUpstream upstream, string path, byte[] body, string contentType, int status = 200) =>
        upstream.On(path, context => WriteAsync(context, body, contentType, status));

    /// <summary>Text in UTF-8.</summary>
    public static FakeUpstream OnText(this FakeUpstream upstream, string path, string body, string contentType = "text/html; charset=utf-8", int status = 200) =>
        upstream.OnBytes(path, Encoding.UTF8.GetBytes(body), contentType, status);

    /// <summary>JSON text.</summary>
    public static FakeUpstream OnJson(this FakeUpstream upstream, string path, string json, int status = 200) =>
        upstream.OnText(path, json, MediaTypeNames.Application.Json, status);

    /// <summary>A status without a body, with <c>Retry-After</c> when given (seconds).</summary>
    public static FakeUpstream OnStatus(this FakeUpstream upstream, string path, int status, int? retryAfter = null) =>
        upstream.On(path, context =>
        {
            context.Response.StatusCode = status;
            if (retryAfter is { } seconds)
                context.Response.Headers.RetryAfter = $"{seconds}";
            return Task.CompletedTask;
        });

    /// <summary>A redirect.</summary>
    public static FakeUpstream OnRedirect(this FakeUpstream upstream, string path, string location, int status = StatusCodes.Status302Found) =>
        upstream.On(path, context =>
        {
            context.Response.StatusCode = status;
            context.Response.Headers.Location = location;
            return Task.CompletedTask;
        });

    /// <summary>The responses in turn; the last one repeats.</summary>
    public static FakeUpstream OnSequence(this FakeUpstream upstream, string path, params RequestDelegate[] answers)
    {
        var asked = -1;
        return upstream.On(path, context => answers[Math.Min(Interlocked.Increment(ref asked), answers.Length - 1)](context));
    }

    /// <summary>The response of <paramref name="answer"/>, sent once <paramref name="release"/> completes.</summary>
    public static FakeUpstream OnHeld(this FakeUpstream upstream, string path, Task release, RequestDelegate answer) =>
        upstream.On(path, async context =>
        {
            await release.WaitAsync(upstream.Closing);
            await answer(context);
        });

    /// <summary>Headers, then no body until the client disconnects or the server stops.</summary>
    public static FakeUpstream OnStalled(this FakeUpstream upstream, string path, string contentType = "text/html") =>
        upstream.On(path, async context =>
        {
            context.Response.ContentType = contentType;
            await context.Response.StartAsync(context.RequestAborted);
            await UntilDisconnectedAsync(upstream, context);
        });

    /// <summary>An endless body without length, as fast as the client reads.</summary>
    public static FakeUpstream OnEndless(this FakeUpstream upstream, string path, string contentType = "text/html") =>
        upstream.On(path, async context =>
        {
            context.Response.ContentType = contentType;
            var block = new byte[16 * 1024];
            while (!context.RequestAborted.IsCancellationRequested && !upstream.Closing.IsCancellationRequested)
                await context.Response.Body.WriteAsync(block, CancellationToken.None);
        });

    /// <summary>The full length but half of the body; then the connection is aborted.</summary>
    public static FakeUpstream OnReset(this FakeUpstream upstream, string path, byte[] body, string contentType = "text/html") =>
        upstream.On(path, async context =>
        {
            context.Response.ContentType = contentType;
            context.Response.ContentLength = body.Length;
            await context.Response.Body.WriteAsync(body.AsMemory(0, body.Length / 2));
            await context.Response.Body.FlushAsync();
            context.Abort();
        });

    /// <summary>Writes one complete response, for <see cref="OnSequence"/> and <see cref="OnHeld"/>.</summary>
    public static Task WriteAsync(HttpContext context, byte[] body, string contentType, int status = 200)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = contentType;
        context.Response.ContentLength = body.Length;
        return context.Response.Body.WriteAsync(body).AsTask();
    }

    private static async Task UntilDisconnectedAsync(FakeUpstream upstream, HttpContext context)
    {
        using var gone = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, upstream.Closing);
        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, gone.Token).ContinueWith(_ => { }, CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }
}
