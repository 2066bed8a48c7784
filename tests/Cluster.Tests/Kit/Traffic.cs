using System.Collections.Concurrent;
using System.Net;

namespace Actors.Cluster.Tests.Kit;

/// <summary>Sends two hundred requests a second, regardless of the responses: one in five creates an event, the others read.</summary>
internal sealed class Traffic(Balancer balancer, Events events, int firstEvent)
{
    private const int PerSecond = 200;
    private const int OneWriteIn = 5;
    private static readonly Uri s_upload = new("/scraperCatalog/upload", UriKind.Relative);
    private static readonly Uri s_read = new("/catalog/events?type=concert", UriKind.Relative);
    private int _written = firstEvent;

    /// <summary>Numbers of the events whose upload was acknowledged.</summary>
    public ConcurrentBag<int> Acknowledged { get; } = [];

    /// <summary>The number of responses per status; 0 means no response.</summary>
    public ConcurrentDictionary<int, int> Statuses { get; } = [];

    /// <summary>Responses that a graceful restart must never cause.</summary>
    public int Unexpected => Statuses.Where(s => s.Key is 0 or >= 500).Sum(s => s.Value);

    /// <summary>Sends until cancelled, then waits for all responses.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var sent = new List<Task>();
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(25), TimeProvider.System);
        while (!cancellationToken.IsCancellationRequested && await timer.WaitForNextTickAsync(CancellationToken.None))
        {
            for (var i = 0; i < PerSecond / 40; i++)
                sent.Add(sent.Count % OneWriteIn == 0 ? WriteAsync(_written++) : ReadAsync());
        }

        await Task.WhenAll(sent);
    }

    private async Task ReadAsync() => Count(await balancer.SendAsync(() => new HttpRequestMessage(HttpMethod.Get, s_read)));

    private async Task WriteAsync(int number)
    {
        var body = events.Event(number);
        var status = await balancer.SendAsync(() => new HttpRequestMessage(HttpMethod.Post, s_upload) { Content = Events.Body(body) });
        Count(status);
        if (status == HttpStatusCode.Created)
            Acknowledged.Add(number);
    }

    private void Count(HttpStatusCode? status) => Statuses.AddOrUpdate((int)(status ?? 0), 1, (_, count) => count + 1);
}
