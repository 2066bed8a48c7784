using System.Globalization;
using Actors.Catalog.Scraping.Runs;
using Actors.Catalog.Scraping.Sources;
using Actors.Core.Commands;

namespace Actors.Catalog.Scraping.Commands;

/// <summary><c>payload</c>: shows the stored pages from which an event was read.</summary>
internal sealed class PayloadCommand(FailedItems items) : ICommandHandler
{
    private static readonly CommandSyntax s_syntax =
        new CommandSyntax("payload", "lists the pages of the last 30 days from which an event or a failed item was read; with N prints one of them")
            .Word("UUID|KEY").Option("page", "N");

    public string Name => s_syntax.Name;

    public string Usage => s_syntax.Usage;

    public async Task<int> RunAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var given = s_syntax.Read(call.Arguments);
        var (item, number) = (given.Word(0), given.Integer("page", 0, 1, int.MaxValue));
        if (!given.Ok) return await given.RefuseAsync(call.WriteLine);
        var pages = await items.PagesOfAsync(Guid.TryParse(item, out var uuid) ? uuid.ToString() : DeadLetters.KeyOf(item), cancellationToken);
        if (pages.Count < Math.Max(number, 1))
        {
            await call.WriteLine(pages.Count == 0 ? "No page of this item is stored." : $"There are only {pages.Count} pages.");
            return CommandExit.Refused;
        }
        await (number > 0 ? call.WriteLine(Payloads.Text(pages[number - 1].Body)) : ListAsync(pages, call));
        return CommandExit.Done;
    }

    private static async Task ListAsync(IReadOnlyList<StoredPage> pages, CommandCall call)
    {
        for (var i = 0; i < pages.Count; i++)
        {
            var page = pages[i];
            await call.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{i + 1}. {page.Url}  ({page.Source}, fetched {page.FetchedAt:u}, unchanged until {page.SeenAt:u})"));
        }
    }
}
