using System.Text;
using System.Text.Json.Nodes;
using Actors.TestKit;

namespace Actors.Catalog.Tests.Kill;

/// <summary>A client that sends batches and can have the silo killed during one of them.</summary>
internal sealed class BatchSender(SiloProcess silo, Random random)
{
    private TimeSpan _quickest = TimeSpan.FromMilliseconds(200);

    /// <summary>Uuids that responses reported as created, with repetitions.</summary>
    public List<string> Created { get; } = [];

    /// <summary>Batches whose response was lost in a kill.</summary>
    public int Unanswered { get; private set; }

    /// <summary>Retries after every lost response, as clients must.</summary>
    public async Task SendAsync(JsonObject batch, bool kill)
    {
        if (!await TrySendAsync(batch, kill))
            (await TrySendAsync(batch, kill: false)).ShouldBeTrue("a batch sent to a healthy silo is answered");
    }

    /// <summary>Sends once; false without a response.</summary>
    public async Task<bool> TrySendAsync(JsonObject batch, bool kill, Task? killWhen = null)
    {
        var started = TimeProvider.System.GetTimestamp();
        var sending = PostAsync(batch);
        if (kill)
        {
            await (killWhen ?? Task.Delay(_quickest * random.NextDouble(), TimeProvider.System));
            await silo.KillAsync();
        }

        var answered = await sending is { } answer && Take(answer);
        if (kill)
            await silo.RestartAsync();
        else if (TimeProvider.System.GetElapsedTime(started) is var took && took < _quickest)
            _quickest = took;
        Unanswered += answered ? 0 : 1;
        return answered;
    }

    private async Task<JsonNode?> PostAsync(JsonObject batch)
    {
        using var content = new StringContent(batch.ToJsonString(), Encoding.UTF8, "application/json");
        try
        {
            using var answer = await silo.Client.PostAsync(new Uri("/scraperCatalog/upload/batch", UriKind.Relative), content);
            var body = await answer.Content.ReadAsStringAsync();
            ((int)answer.StatusCode).ShouldBe(201, body);
            return JsonNode.Parse(body);
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    private bool Take(JsonNode answer)
    {
        answer["failed"]!.AsArray().ShouldBeEmpty();
        Created.AddRange(answer["created"]!.AsArray().Select(c => c!["uuid"]!.ToString()));
        return true;
    }
}
