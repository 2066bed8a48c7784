using System.Globalization;
using Actors.Catalog.Grains.Sources;
using Actors.Catalog.Ports.Sources;
using Actors.Plumbing.Commands;

namespace Actors.Catalog.Adapters.Scraping.Commands;

/// <summary><c>payload</c>: the pages an event was read from, as they were.</summary>
internal sealed class PayloadCommand(IFailedItems items) : ICommandHandler
{
    private const int Wrong = 2, Nothing = 1;

    public string Name => "payload";

    public string Usage => "payload UUID|KEY [--page N]: the pages of the last 30 days from which an event or a failed item was read; with N the text of one";

    public async Task<int> RunAsync(CommandCall call, CancellationToken ct)
    {
        var number = 0;
        var options = CommandOptions.Read(call.Arguments, "page");
        if (options is not { Words: [var item] }
            || (options.Value("page") is { } text && !(int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number > 0)))
        {
            await call.WriteLine(Usage);
            return Wrong;
        }
        var pages = await items.PagesOfAsync(Guid.TryParse(item, out var uuid) ? uuid.ToString() : DeadLetters.KeyOf(item), ct);
        if (pages.Count < Math.Max(number, 1))
        {
            await call.WriteLine(pages.Count == 0 ? "No page is kept from which this was read." : $"There are only {pages.Count} pages.");
            return Nothing;
        }
        await (number > 0 ? call.WriteLine(Payloads.Text(pages[number - 1].Body)) : ListAsync(pages, call));
        return 0;
    }

    private static async Task ListAsync(IReadOnlyList<KeptPage> pages, CommandCall call)
    {
        for (var i = 0; i < pages.Count; i++)
        {
            var page = pages[i];
            await call.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{i + 1}. {page.Url}  ({page.Source}, fetched {page.FetchedAt:u}, seen so until {page.SeenAt:u})"));
        }
    }
}
