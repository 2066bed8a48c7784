using System.Collections.Immutable;
using System.Net;
using System.Text;
using Actors.TestKit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace Actors.Specs.Tests.Telemetry;

/// <summary>A collector of a test's own on loopback, for either protocol of OTLP, without TLS.</summary>
internal sealed class Collector : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Lock _gate = new();
    private TaskCompletionSource _more = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private ImmutableList<byte[]> _bodies = [];

    private Collector(HttpProtocols protocol)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = protocol));
        _app = builder.Build();
        _app.Run(TakeAsync);
    }

    public Uri Address { get; private set; } = null!;

    public ImmutableList<Span> Spans { get; private set; } = [];

    public ImmutableHashSet<string> Metrics { get; private set; } = [];

    /// <summary>Everything that came, as Latin-1, so that any text in it can be looked for.</summary>
    public string Everything => string.Join('\n', _bodies.Select(Encoding.Latin1.GetString));

    /// <param name="grpc">gRPC on HTTP/2, else protobuf on HTTP/1.1.</param>
    public static async Task<Collector> StartAsync(bool grpc)
    {
        var collector = new Collector(grpc ? HttpProtocols.Http2 : HttpProtocols.Http1);
        await collector._app.StartAsync();
        collector.Address = new Uri(collector._app.Urls.Single());
        return collector;
    }

    /// <summary>Completes when what came is enough.</summary>
    public async Task UntilAsync(string what, Func<Collector, bool> enough)
    {
        var whole = Task.Delay(Waiting.Patience, TimeProvider.System);
        while (true)
        {
            Task more;
            lock (_gate)
            {
                if (enough(this)) return;
                more = _more.Task;
            }

            if (await Task.WhenAny(more, whole) == whole)
                throw new TimeoutException($"Waited in vain for {what}; there were {string.Join(", ", Spans.Select(s => s.Name).Distinct())} and {string.Join(", ", Metrics)}.");
        }
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task TakeAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        var path = context.Request.Path.Value!;
        var framed = path.EndsWith("/Export", StringComparison.Ordinal);
        Keep(framed ? Wire.Unframed(body.ToArray()) : body.ToArray(), path.Contains("trace", StringComparison.OrdinalIgnoreCase));
        context.Response.ContentType = framed ? "application/grpc" : "application/x-protobuf";
        if (!framed) return;
        await context.Response.Body.WriteAsync(new byte[5]);
        context.Response.AppendTrailer("grpc-status", "0");
    }

    private void Keep(byte[] export, bool traces)
    {
        TaskCompletionSource more;
        lock (_gate)
        {
            _bodies = _bodies.Add(export);
            if (traces) Spans = Spans.AddRange(Span.Of(export));
            else Metrics = Metrics.Union(Span.Metrics(export));
            (more, _more) = (_more, new(TaskCreationOptions.RunContinuationsAsynchronously));
        }

        more.SetResult();
    }
}
