using System.Text.Json.Nodes;
using Actors.TestKit;

namespace Actors.Catalog.Tests.Kill;

/// <summary>Batches of events to send; several events share a picture, as on real sites.</summary>
internal static class Workload
{
    private const int EventsPerPicture = 10;

    public static IReadOnlyList<JsonObject> Batches(Random random, FakeUpstream site, int batches, int batchSize)
    {
        for (var picture = 0; picture <= batches * batchSize / EventsPerPicture; picture++)
            site.OnBytes($"/{picture}.bmp", Pictures.Bitmap(picture), "image/bmp");
        return [.. Enumerable.Range(0, batches).Select(b => Batch(Enumerable.Range(b * batchSize, batchSize).Select(n => Event(random, site, n))))];
    }

    public static JsonObject Batch(IEnumerable<JsonObject> events) => new() { ["events"] = new JsonArray([.. events]) };

    public static JsonObject Event(Random random, FakeUpstream site, int number) => new()
    {
        ["uuid"] = NewUuid(random).ToString(),
        ["type"] = "concert",
        ["id"] = $"{number}",
        ["title"] = $"Событие {number}",
        ["description"] = "Описание",
        ["price"] = number,
        ["date_preview"] = "2099-09-01T18:00:00",
        ["date_list"] = new JsonArray("2099-09-01T18:00:00"),
        ["place"] = "Сцена",
        ["genre"] = "rock",
        ["image_url"] = site.Url($"/{number / EventsPerPicture}.bmp").ToString(),
        ["url"] = $"https://example.com/event/{number}",
    };

    public static IEnumerable<string> UuidsOf(JsonObject batch) => batch["events"]!.AsArray().Select(e => e!["uuid"]!.ToString());

    private static Guid NewUuid(Random random)
    {
        var bytes = new byte[16];
        random.NextBytes(bytes);
        return new Guid(bytes);
    }
}
