using System.Buffers;

namespace Actors.Web.Requests;

/// <summary>Gives every request an id: the client's if it is well formed, otherwise a new one.</summary>
internal sealed class RequestIdMiddleware(RequestDelegate next, ILogger<RequestIdMiddleware> logger)
{
    public const string Header = "X-Request-ID";
    public const int MaxLength = 128;

    // Characters that are safe in a log line, a header and a JSON string.
    private static readonly SearchValues<char> s_allowed =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.:+=/");

    public async Task InvokeAsync(HttpContext context)
    {
        var received = context.Request.Headers[Header];
        var id = received.Count == 1 && IsWellFormed(received[0]) ? received[0]! : RequestIdGenerator.Next();
        context.TraceIdentifier = id;
        // Set when the response starts, because an error response clears the headers.
        context.Response.OnStarting(static state =>
        {
            var http = (HttpContext)state;
            http.Response.Headers[Header] = http.TraceIdentifier;
            return Task.CompletedTask;
        }, context);
        using (logger.BeginScope(new RequestIdScope(id)))
        {
            await next(context);
        }
    }

    internal static bool IsWellFormed(string? id) =>
        id is { Length: > 0 and <= MaxLength } && !id.AsSpan().ContainsAnyExcept(s_allowed);
}
