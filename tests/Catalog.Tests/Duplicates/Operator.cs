using System.Text.Json.Nodes;
using Actors.Catalog.Tests.Kit;
using Actors.Core.Commands;
using Actors.Hosting.Commands;
using Actors.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace Actors.Catalog.Tests.Duplicates;

/// <summary>Commands of an operator on a running silo, and the resulting lists.</summary>
internal sealed class Operator(Catalogue catalogue)
{
    /// <summary>The output and exit code of a command.</summary>
    public async Task<(int Exit, string Said)> RunAsync(string name, params object[] arguments)
    {
        var lines = new List<string>();
        var call = new CommandCall([.. arguments.Select(a => $"{a}")], line =>
        {
            lines.Add(line);
            return Task.CompletedTask;
        });
        var exit = await catalogue.Silo.App.Services.GetRequiredService<CommandTable>().RunAsync(name, call);
        return (exit, string.Join('\n', lines));
    }

    /// <summary>Submits an event of a source; returns its uuid.</summary>
    public async Task<string> AddAsync(string source, string title = "Щелкунчик", string date = "2031-09-01T19:00:00", string place = "Большой зал")
    {
        var scraped = Event(catalogue, source, title, date, place);
        (await catalogue.PostAsync("/scraperCatalog/upload", scraped)).Status.ShouldBe(201);
        return scraped["uuid"]!.ToString();
    }

    public static JsonObject Event(Catalogue catalogue, string source, string title, string date, string place) => catalogue.Event(e =>
    {
        e["title"] = title;
        e["place"] = place;
        e["date_preview"] = date;
        e["date_list"] = new JsonArray(date);
        e["url"] = $"https://{source}/{e["uuid"]}";
    });

    /// <summary>The uuids of a list, in order.</summary>
    public async Task<List<string>> ListAsync(string path = "/catalog/events")
    {
        var (status, body) = await catalogue.GetAsync(path);
        status.ShouldBe(200);
        return [.. body.AsArray().Select(e => e!["uuid"]!.ToString())];
    }

    /// <summary>Waits until a list has exactly these events; it may lag by a second.</summary>
    public Task ShowsAsync(string path, params string[] uuids) =>
        Waiting.UntilAsync($"{path} to have {uuids.Length} events", async () => (await ListAsync(path)).Order().SequenceEqual(uuids.Order()), TimeSpan.FromSeconds(15));
}
