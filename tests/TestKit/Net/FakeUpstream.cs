using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace Actors.TestKit;

/// <summary>
/// A web server on 127.0.0.1 for one test. It responds by path, records every request and counts connections, so that a test can assert that there
/// were none. Unknown paths are 404.
/// </summary>
public sealed class FakeUpstream : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, RequestDelegate> _answers = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource _closing = new();
    private readonly Lock _gate = new();
    private readonly WebApplication _app;
    private ImmutableList<UpstreamRequest> _requests = [];
    private ImmutableList<RequestWaiter> _waiters = [];
    private int _connections;

    private FakeUpstream(int port, string address)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AllowSynchronousIO = false;
            kestrel.Limits.MinResponseDataRate = null;
            kestrel.Listen(System.Net.IPAddress.Parse(address), port, CountConnections);
        });
        _app = builder.Build();
        _app.Run(AnswerAsync);
    }

    /// <summary>Root address, for example <c>http://127.0.0.1:41234/</c>.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>The value of <c>OUTBOUND_ALLOW</c> that allows exactly this server.</summary>
    public string AllowEntry => Address.Authority;

    /// <summary>TCP connections opened to this server since its start.</summary>
    public int Connections => Volatile.Read(ref _connections);

    /// <summary>Requests in order of arrival.</summary>
    public ImmutableList<UpstreamRequest> Requests => Volatile.Read(ref _requests);

    /// <summary>Cancelled when the server stops; endless responses observe it.</summary>
    public CancellationToken Closing => _closing.Token;

    /// <summary>Starts a server on <paramref name="port"/>, or on any free port.</summary>
    public static async Task<FakeUpstream> StartAsync(int port = 0, string address = "127.0.0.1")
    {
        var upstream = new FakeUpstream(port, address);
        await upstream._app.StartAsync();
        upstream.Address = new Uri(upstream._app.Urls.Single());
        return upstream;
    }

    /// <summary>Full address of a path.</summary>
    public Uri Url(string path) => new(Address, path);

    /// <summary>Sets the response of a path (without query) from now on.</summary>
    public FakeUpstream On(string path, RequestDelegate answer)
    {
        _answers[path] = answer;
        return this;
    }

    /// <summary>The number of requests for a path.</summary>
    public int Count(string path) => Requests.Count(r => r.Path == path);

    /// <summary>Completes after <paramref name="count"/> requests for <paramref name="path"/> in total.</summary>
    public Task RequestedAsync(string path, int count = 1)
    {
        var waiter = new RequestWaiter(path, count, new(TaskCreationOptions.RunContinuationsAsynchronously));
        lock (_gate)
        {
            if (Count(path) >= count)
                return Task.CompletedTask;
            _waiters = _waiters.Add(waiter);
        }

        return waiter.Done.Task.Within($"{count} requests of {path}");
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        await _app.DisposeAsync();
        _closing.Dispose();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        Record(await UpstreamRequest.ReadAsync(context.Request));
        if (_answers.TryGetValue(context.Request.Path.Value ?? "/", out var answer))
            await answer(context);
        else
            context.Response.StatusCode = StatusCodes.Status404NotFound;
    }

    private void Record(UpstreamRequest request)
    {
        ImmutableList<RequestWaiter> ready;
        lock (_gate)
        {
            Volatile.Write(ref _requests, _requests.Add(request));
            ready = _waiters.FindAll(w => Count(w.Path) >= w.Count);
            _waiters = _waiters.RemoveRange(ready);
        }

        ready.ForEach(w => w.Done.TrySetResult());
    }

    private void CountConnections(ListenOptions listen) => listen.Use(next => connection =>
    {
        Interlocked.Increment(ref _connections);
        return next(connection);
    });

    private sealed record RequestWaiter(string Path, int Count, TaskCompletionSource Done);
}
