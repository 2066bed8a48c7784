using System.Net;
using System.Text.Json.Nodes;
using Actors.TestKit;

namespace Actors.Cluster.Tests.Kit;

/// <summary>The catalogue's routes as a client uses them.</summary>
internal static class Catalog
{
    private static readonly Uri s_uploadBatch = new("/scraperCatalog/upload/batch", UriKind.Relative);
    private static readonly Uri s_uploadOne = new("/scraperCatalog/upload", UriKind.Relative);
    private static readonly Uri s_list = new("/scraperCatalog/events", UriKind.Relative);

    /// <summary>Uploads a batch; the uuids that were created, or null when there was no answer or one that says to come again.</summary>
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

    /// <summary>Uploads one event; the status, or null when there was no answer.</summary>
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

    /// <summary>The uuids a silo lists, asked until there are as many as expected or for five seconds.</summary>
    public static Task<IReadOnlyList<string>> ListedAsync(this SiloProcess silo, int expected) => silo.ListedAsync(_ => true, expected);

    /// <summary>Those of some uuids that a silo lists, asked until it is all of them or for five seconds.</summary>
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
