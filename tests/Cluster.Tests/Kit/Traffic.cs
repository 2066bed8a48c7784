using System.Collections.Concurrent;
using System.Net;

namespace Actors.Cluster.Tests.Kit;

/// <summary>Two hundred requests a second, whatever becomes of them: one in five creates an event, the others read.</summary>
internal sealed class Traffic(Balancer balancer, Events events, int firstEvent)
{
    private const int PerSecond = 200;
    private const int OneWriteIn = 5;
    private static readonly Uri s_upload = new("/scraperCatalog/upload", UriKind.Relative);
    private static readonly Uri s_read = new("/catalog/events?type=concert", UriKind.Relative);
    private int _written = firstEvent;

    /// <summary>Numbers of the events whose upload was acknowledged.</summary>
    public ConcurrentBag<int> Acknowledged { get; } = [];

    /// <summary>How often each status came; 0 is no answer.</summary>
    public ConcurrentDictionary<int, int> Statuses { get; } = [];

    /// <summary>Answers that no client should get from a cluster that is restarted in good order.</summary>
    public int Unexpected => Statuses.Where(s => s.Key is 0 or >= 500).Sum(s => s.Value);

    /// <summary>Sends until told to stop, and waits for every answer.</summary>
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
