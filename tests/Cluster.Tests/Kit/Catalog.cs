using System.Net;
using System.Text.Json.Nodes;
using Actors.TestKit;

namespace Actors.Cluster.Tests.Kit;

/// <summary>Client methods for the catalogue's routes.</summary>
internal static class Catalog
{
    private static readonly Uri s_uploadBatch = new("/scraperCatalog/upload/batch", UriKind.Relative);
    private static readonly Uri s_uploadOne = new("/scraperCatalog/upload", UriKind.Relative);
    private static readonly Uri s_list = new("/scraperCatalog/events", UriKind.Relative);

    /// <summary>Uploads a batch; returns the created uuids, or null without a response or if the request should be retried.</summary>
    public static async Task<IReadOnlyList<string>?> TryUploadBatchAsync(this SiloProcess silo, HttpContent batch)
    {
        try
        {
            using var answer = await silo.Client.PostAsync(s_uploadBatch, batch);
            var body = await answer.Content.ReadAsStringAsync();
            if (answer.StatusCode is HttpStatusCode.ServiceUnavailable or HttpStatusCode.InternalServerError)
                return null;
            answer.StatusCode.ShouldBe(HttpStatusCode.Created, body);
            var node = JsonNode.Parse(body)!;
            return node["failed"]!.AsArray().Count > 0 ? null : [.. node["created"]!.AsArray().Select(c => c!["uuid"]!.ToString())];
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    /// <summary>Uploads one event; returns the status, or null without a response.</summary>
    public static async Task<HttpStatusCode?> UploadAsync(this SiloProcess silo, JsonNode body)
    {
        try
        {
            using var answer = await silo.Client.PostAsync(s_uploadOne, Events.Body(body));
            return answer.StatusCode;
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    /// <summary>The uuids that a silo lists. Polls for up to five seconds for the expected number.</summary>
    public static Task<IReadOnlyList<string>> ListedAsync(this SiloProcess silo, int expected) => silo.ListedAsync(_ => true, expected);

    /// <summary>The uuids of a set that a silo lists. Polls for up to five seconds for all of them.</summary>
    public static Task<IReadOnlyList<string>> ListedAsync(this SiloProcess silo, IReadOnlyCollection<string> expected) =>
        silo.ListedAsync(expected.ToHashSet().Contains, expected.Count);

    private static async Task<IReadOnlyList<string>> ListedAsync(this SiloProcess silo, Func<string, bool> counts, int expected)
    {
        IReadOnlyList<string> listed = [];
        for (var attempt = 0; attempt < 50; attempt++)
        {
            var list = JsonNode.Parse(await silo.Client.GetStringAsync(s_list))!.AsArray();
            listed = [.. list.Select(e => e!["uuid"]!.ToString()).Where(counts)];
            if (listed.Count == expected) break;
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System);
        }

        return listed;
    }
}
