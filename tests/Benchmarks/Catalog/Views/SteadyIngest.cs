using System.Net.Http.Json;
using Actors.Benchmarks.Search;
using Actors.TestKit;

namespace Actors.Benchmarks.Catalog.Views;

/// <summary>Submits new events at a steady rate during a measurement.</summary>
internal sealed class SteadyIngest(SiloProcess silo, FakeUpstream pictures, Corpus corpus, Random random)
{
    private const string Path = "/picture.bmp";

    /// <summary>Serves the picture of the events.</summary>
    public void ServePicture()
    {
        var picture = Pictures.Bitmap(1);
        pictures.On(Path, context => context.Response.Body.WriteAsync(picture).AsTask());
    }

    /// <summary>
    /// Submits <paramref name="batch"/> events every <paramref name="pause"/> until cancelled; returns the number of stored events.
    /// </summary>
    public async Task<int> RunAsync(int batch, TimeSpan pause, CancellationToken cancellationToken)
    {
        var taken = 0;
        using var timer = new PeriodicTimer(pause);
        while (!cancellationToken.IsCancellationRequested)
        {
            using var answer = await silo.Client.PostAsJsonAsync("/scraper/results", new { events = Enumerable.Range(0, batch).Select(_ => Event()) }, CancellationToken.None);
            answer.EnsureSuccessStatusCode();
            taken += batch;
            await timer.WaitForNextTickAsync(CancellationToken.None);
        }

        return taken;
    }

    private object Event()
    {
        var texts = corpus.Event(1).Fields;
        var date = $"20{random.Next(40, 60)}-0{random.Next(1, 10)}-1{random.Next(10)}T19:00:00";
        return new
        {
            uuid = Guid.NewGuid(),
            type = "concert",
            id = "1",
            title = texts[0].Text,
            description = texts[3].Text,
            price = random.Next(50) * 100,
            date_preview = date,
            date_list = new[] { date },
            place = texts[1].Text,
            genre = texts[2].Text,
            age = "12+",
            image_url = pictures.Url(Path),
            url = "https://example.com/",
        };
    }
}
