using System.Net;
using System.Net.Sockets;
using Actors.TestKit;

namespace Actors.Cluster.Tests.Kit;

/// <summary>
/// Sends requests to ready silos, like a Kubernetes service: it probes every silo ten times a second. A refused connection is retried once at another
/// silo; nothing else is retried.
/// </summary>
internal sealed class Balancer : IAsyncDisposable
{
    private static readonly TimeSpan s_period = TimeSpan.FromMilliseconds(100);
    private readonly CancellationTokenSource _stopping = new();
    private readonly IReadOnlyList<SiloProcess> _silos;
    private readonly Task _probing;
    private volatile SiloProcess[] _ready;
    private int _next;

    public Balancer(IReadOnlyList<SiloProcess> silos)
    {
        (_silos, _ready) = (silos, [.. silos]);
        _probing = ProbeAsync();
    }

    /// <summary>Sends a request; null if the connection broke or was refused twice.</summary>
    public async Task<HttpStatusCode?> SendAsync(Func<HttpRequestMessage> request)
    {
        for (var attempt = 0; attempt < 2; attempt++)
        {
            try
            {
                using var message = request();
                using var answer = await Next().Client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead);
                // Reads the body without keeping it: lists grow, and with slow silos thousands of responses are pending.
                await answer.Content.CopyToAsync(Stream.Null);
                return answer.StatusCode;
            }
            catch (HttpRequestException failure) when (failure.InnerException is SocketException { SocketErrorCode: SocketError.ConnectionRefused })
            {
                // Retries once at another silo.
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
        await _probing;
        _stopping.Dispose();
    }

    private SiloProcess Next()
    {
        var ready = _ready;
        return ready.Length == 0 ? _silos[0] : ready[(int)((uint)Interlocked.Increment(ref _next) % ready.Length)];
    }

    private async Task ProbeAsync()
    {
        while (!_stopping.IsCancellationRequested)
        {
            var states = await Task.WhenAll(_silos.Select(async silo => (silo, ready: await silo.IsReadyAsync())));
            _ready = [.. states.Where(state => state.ready).Select(state => state.silo)];
            await Task.Delay(s_period, TimeProvider.System, CancellationToken.None);
        }
    }
}
