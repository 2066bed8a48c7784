using System.Text.Json;
using Actors.Benchmarks.Search;
using Actors.TestKit;

namespace Actors.Benchmarks.Catalog;

/// <summary>Batches of events from a Lua script for wrk: texts of a corpus, uuids across the key space, pictures of a few addresses.</summary>
internal sealed class IngestLoad(string token, Corpus corpus, Random random, FakeUpstream pictures, TempFolder scripts)
{
    public const int Batch = 100;

    private static readonly JsonSerializerOptions s_readable = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private const string Placeholder = "00000000-0000-0000-0000-000000000000";
    private readonly string[] _events = [.. Enumerable.Range(0, Batch).Select(place => Event(corpus, random, pictures, place))];

    /// <summary>Serves the pictures of the events.</summary>
    public void ServePictures()
    {
        for (var place = 0; place < Batch; place++)
        {
            var picture = Pictures.Bitmap(place);
            pictures.On(PathOf(place), context =>
            {
                context.Response.ContentType = "image/bmp";
                return context.Response.Body.WriteAsync(picture).AsTask();
            });
        }
    }

    /// <summary>A script that sends batches from <paramref name="first"/> on and repeats them after <paramref name="count"/>.</summary>
    public async Task<string> ScriptAsync(string name, int first, int count)
    {
        var file = scripts.Combine(name);
        // 2654435761 is odd, so that different numbers stay different; a double holds the product of up to two million events exactly.
        await File.WriteAllTextAsync(file, $$"""
            local events = { {{string.Join(",\n", _events.Select(text => $"[==[{text}]==]"))}} }
            local parts, n = {}, 0
            for i, text in ipairs(events) do
              local at = string.find(text, "{{Placeholder}}", 1, true)
              parts[3 * i - 2] = (i == 1 and '{"events":[' or ',') .. string.sub(text, 1, at - 1)
              parts[3 * i] = string.sub(text, at + 36)
            end
            parts[3 * #events + 1] = "]}"
            wrk.method, wrk.path, wrk.headers["Content-Type"] = "POST", "/scraper/results", "application/json"
            wrk.headers["Authorization"] = "Bearer {{token}}"
            function request()
              local batch = {{first}} + n % {{count}}
              n = n + 1
              for i = 1, #events do
                local k = batch * #events + i
                parts[3 * i - 1] = string.format("%08x-0000-4000-8000-%012x", (k * 2654435761) % 4294967296, k)
              end
              return wrk.format(nil, nil, nil, table.concat(parts))
            end
            """);
        return file;
    }

    private static string PathOf(int place) => $"/pictures/{place}.bmp";

    private static string Event(Corpus corpus, Random random, FakeUpstream pictures, int place)
    {
        var texts = corpus.Event(place).Fields;
        var date = $"20{random.Next(40, 60)}-0{random.Next(1, 10)}-1{random.Next(10)}T19:00:00";
        return JsonSerializer.Serialize(new
        {
            uuid = Placeholder,
            type = "concert",
            id = $"{place}",
            title = texts[0].Text,
            description = texts[3].Text,
            price = random.Next(50) * 100,
            date_preview = date,
            date_list = new[] { date },
            place = texts[1].Text,
            genre = texts[2].Text,
            age = "12+",
            image_url = pictures.Url(PathOf(place)),
            url = $"https://example.com/event/{place}",
        }, s_readable);
    }
}
