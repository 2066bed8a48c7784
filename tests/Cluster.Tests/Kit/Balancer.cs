using System.Net;
using System.Net.Sockets;
using Actors.TestKit;

namespace Actors.Cluster.Tests.Kit;

/// <summary>
/// Sends requests to silos that are ready, as a Kubernetes service does: it asks every silo ten times a second. A connection that is
/// refused is tried once more at another silo; nothing else is.
/// </summary>
internal sealed class Balancer : IAsyncDisposable
{
    private static readonly TimeSpan s_period = TimeSpan.FromMilliseconds(100);
    private readonly CancellationTokenSource _stopping = new();
    private readonly IReadOnlyList<SiloProcess> _silos;
    private readonly Task _watching;
    private volatile SiloProcess[] _ready;
    private int _next;

    public Balancer(IReadOnlyList<SiloProcess> silos)
    {
        (_silos, _ready) = (silos, [.. silos]);
        _watching = WatchAsync();
    }

    /// <summary>Sends; null when the connection broke under way, or was refused twice.</summary>
    public async Task<HttpStatusCode?> SendAsync(Func<HttpRequestMessage> request)
    {
        for (var attempt = 0; attempt < 2; attempt++)
        {
            try
            {
                using var message = request();
                using var answer = await Next().Client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead);
                // Read to its end and not kept: lists grow, and when silos are slow thousands of answers are under way.
                await answer.Content.CopyToAsync(Stream.Null);
                return answer.StatusCode;
            }
            catch (HttpRequestException failure) when (failure.InnerException is SocketException { SocketErrorCode: SocketError.ConnectionRefused })
            {
                // Once more, elsewhere.
            }
            catch (HttpRequestException)
            {
                return null;
            }
        }

        return null;
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _watching;
        _stopping.Dispose();
    }

    private SiloProcess Next()
    {
        var ready = _ready;
        return ready.Length == 0 ? _silos[0] : ready[(int)((uint)Interlocked.Increment(ref _next) % ready.Length)];
    }

    private async Task WatchAsync()
    {
        while (!_stopping.IsCancellationRequested)
        {
            var states = await Task.WhenAll(_silos.Select(async silo => (silo, ready: await silo.IsReadyAsync())));
            _ready = [.. states.Where(state => state.ready).Select(state => state.silo)];
            await Task.Delay(s_period, TimeProvider.System, CancellationToken.None);
        }
    }
}
