using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Actors.Web.Tests.Http;

/// <summary>Collects the log of a server, with exceptions and scopes.</summary>
internal sealed class LogLines : ILoggerProvider, ISupportExternalScope
{
    private IExternalScopeProvider _scopes = new LoggerExternalScopeProvider();

    public ConcurrentQueue<string> Lines { get; } = new();

    public ILogger CreateLogger(string categoryName) => new Sink(this, categoryName);

    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => _scopes = scopeProvider;

    public void Dispose()
    {
    }

    private sealed class Sink(LogLines owner, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => owner._scopes.Push(state);

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var inside = new List<string?>();
            owner._scopes.ForEachScope((scope, list) => list.Add(scope?.ToString()), inside);
            owner.Lines.Enqueue($"{logLevel} {category} {formatter(state, exception)} {exception} [{string.Join("|", inside)}]");
        }
    }
}
