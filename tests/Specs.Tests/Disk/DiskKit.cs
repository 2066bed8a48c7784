using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Actors.Specs.Tests.EventsPlatform;
using Actors.TestKit;

namespace Actors.Specs.Tests.Disk;

/// <summary>Requests to the catalogue's routes.</summary>
internal static class DiskKit
{
    /// <summary>The picture of all events, which is fetched and stored once.</summary>
    public static string Picture(this FakeUpstream site)
    {
        site.OnBytes("/poster.bmp", Pictures.Bitmap(1), "image/bmp");
        return site.Url("/poster.bmp").ToString();
    }

    /// <summary>A new event with a description of this length.</summary>
    public static JsonObject NewEvent(this FakeUpstream site, int description = 20)
    {
        var made = Platform.EventWith(site.Picture());
        made["description"] = new string('x', description);
        return made;
    }

    public static Task<(HttpStatusCode Status, string Body)> ResultsAsync(this HttpClient client, params JsonNode[] events) =>
        client.PostAsync("/scraper/results", Platform.Batch([.. events.Select(e => e.DeepClone())]));

    public static Task<(HttpStatusCode Status, string Body)> BatchAsync(this HttpClient client, params JsonNode[] events) =>
        client.PostAsync("/scraperCatalog/upload/batch", Platform.Batch([.. events.Select(e => e.DeepClone())]));

    public static Task<(HttpStatusCode Status, string Body)> UploadAsync(this HttpClient client, JsonNode one) => client.PostAsync("/scraperCatalog/upload", one);

    /// <summary>A list as bytes, with its ETag and age.</summary>
    public static async Task<(HttpStatusCode Status, string Body, string? ETag, TimeSpan? Age)> ListAsync(this HttpClient client, string query = "")
    {
        using var answer = await client.GetAsync(new Uri($"/catalog/events{query}", UriKind.Relative));
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(), answer.Headers.ETag?.Tag, answer.Headers.Age);
    }

    /// <summary>The uuids of a list. Repeats the request until the expected number is listed or the maximum age of a list has passed.</summary>
    public static async Task<HashSet<string>> ListedAsync(this HttpClient client, int expected)
    {
        HashSet<string> listed = [];
        for (var attempt = 0; attempt < 30; attempt++)
        {
            listed = [.. JsonNode.Parse((await client.ListAsync()).Body)!.AsArray().Select(e => e!["uuid"]!.ToString())];
            if (listed.Count >= expected) break;
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System);
        }

        return listed;
    }

    public static string UuidOf(JsonNode one) => one["uuid"]!.ToString();

    private static async Task<(HttpStatusCode Status, string Body)> PostAsync(this HttpClient client, string path, JsonNode body)
    {
        using var content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        using var answer = await client.PostAsync(new Uri(path, UriKind.Relative), content);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}
