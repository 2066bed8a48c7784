using System.Globalization;
using System.Net;
using Actors.Cluster.Tests.Kit;
using Actors.TestKit;

namespace Actors.Cluster.Tests.Caching;

/// <summary>Lists as clients of a silo get them, and what the silo counted meanwhile.</summary>
internal static class SiloLists
{
    public static readonly Uri All = new("/catalog/events", UriKind.Relative);

    /// <summary>Uploads events in one batch to the first silo, and again until all are stored, as clients must after an outage. No list has been requested yet.</summary>
    public static Task FillAsync(this TestCluster cluster, int from, int count) => Waiting.UntilAsync("the events to be stored", async () =>
    {
        using var batch = new Events(cluster.Servers.Site).Batch(from, count);
        return await cluster.Silos[0].TryUploadBatchAsync(batch) is not null;
    });

    /// <summary>Completes when every silo stores events again, after the store was away.</summary>
    public static async Task StoringAgainAsync(this TestCluster cluster, int number)
    {
        var body = new Events(cluster.Servers.Site).Event(number);
        foreach (var silo in cluster.Silos)
            await Waiting.UntilAsync("uploads to work again", async () => await silo.UploadAsync(body) is { } status && status < HttpStatusCode.InternalServerError);
    }

    /// <summary>A list, how it came, and how long that took.</summary>
    public static async Task<ListAnswer> ListAsync(this SiloProcess silo, Uri? list = null)
    {
        var started = TimeProvider.System.GetTimestamp();
        using var answer = await silo.Client.GetAsync(list ?? All);
        var body = await answer.Content.ReadAsStringAsync();
        return new ListAnswer(answer.StatusCode, body, answer.Headers.ETag?.Tag, answer.Headers.Age, TimeProvider.System.GetElapsedTime(started));
    }

    /// <summary>How many lists a silo got from there: "rows", "shared" or "too_long".</summary>
    public static async Task<int> FilledAsync(this SiloProcess silo, string from)
    {
        var metrics = await silo.Client.GetStringAsync(new Uri("/metrics", UriKind.Relative));
        var line = metrics.Split('\n').FirstOrDefault(l => l.StartsWith("catalog_list_fills", StringComparison.Ordinal) && l.Contains($"from=\"{from}\"", StringComparison.Ordinal));
        return line is null ? 0 : (int)double.Parse(line.Split(' ')[1], CultureInfo.InvariantCulture);
    }

    /// <summary>How many lists all silos got from there.</summary>
    public static async Task<int> FilledAsync(this TestCluster cluster, string from) =>
        (await Task.WhenAll(cluster.Silos.Select(silo => silo.FilledAsync(from)))).Sum();
}

/// <summary>The answer to a request for a list.</summary>
internal sealed record ListAnswer(HttpStatusCode Status, string Body, string? ETag, TimeSpan? Age, TimeSpan Took);
