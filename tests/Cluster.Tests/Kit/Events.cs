using System.Text;
using System.Text.Json.Nodes;
using Actors.TestKit;

namespace Actors.Cluster.Tests.Kit;

/// <summary>Events to upload; ten of them share a picture.</summary>
internal sealed class Events(FakeUpstream site)
{
    private const int EventsPerPicture = 10;

    /// <summary>An event whose identity is derived from its number.</summary>
    public JsonObject Event(int number)
    {
        var picture = $"/{number / EventsPerPicture}.bmp";
        site.OnBytes(picture, Pictures.Bitmap(number / EventsPerPicture), "image/bmp");
        return new JsonObject
        {
            ["uuid"] = UuidOf(number),
            ["type"] = "concert",
            ["id"] = $"{number}",
            ["title"] = $"Событие {number}",
            ["description"] = "Описание",
            ["price"] = number,
            ["date_preview"] = "2099-09-01T18:00:00",
            ["date_list"] = new JsonArray("2099-09-01T18:00:00"),
            ["place"] = "Сцена",
            ["genre"] = "rock",
            ["image_url"] = site.Url(picture).ToString(),
            ["url"] = $"https://example.com/event/{number}",
        };
    }

    public static string UuidOf(int number) => $"00000000-0000-4000-8000-{number:x12}";

    public static StringContent Body(JsonNode body) => new(body.ToJsonString(), Encoding.UTF8, "application/json");

    public StringContent Batch(int from, int count) =>
        Body(new JsonObject { ["events"] = new JsonArray([.. Enumerable.Range(from, count).Select(Event)]) });
}
