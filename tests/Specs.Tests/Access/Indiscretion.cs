using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Actors.Specs.Tests.Access;

/// <summary>A middleware that logs complete requests, as no program should, and a logger that records them.</summary>
internal sealed partial class Indiscretion : ILoggerProvider
{
    private readonly ConcurrentQueue<string> _lines = new();

    public string Log => string.Join('\n', _lines);

    public static async Task TellAsync(HttpContext context, RequestDelegate next)
    {
        var request = context.Request;
        request.EnableBuffering();
        var body = await new StreamReader(request.Body).ReadToEndAsync();
        request.Body.Position = 0;
        var logger = ((ILoggerFactory)context.RequestServices.GetService(typeof(ILoggerFactory))!).CreateLogger<Indiscretion>();
        LogRequest(logger, request.Path, body, request.Headers.Authorization.ToString(), request.Headers.Cookie.ToString());
        await next(context);
    }

    public ILogger CreateLogger(string categoryName) => new Listener(_lines);

    public void Dispose()
    {
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Path} {Body} {Authorization} {Cookie}")]
    private static partial void LogRequest(ILogger logger, string path, string body, string authorization, string cookie);

    private sealed class Listener(ConcurrentQueue<string> lines) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue($"{formatter(state, exception)} {exception}");
    }
}
