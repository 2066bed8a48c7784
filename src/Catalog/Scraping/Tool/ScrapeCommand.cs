using System.Collections.Immutable;
using Actors.Catalog.Scraping.Sources;
using Actors.Core.Commands;
using Actors.Outbound;

namespace Actors.Catalog.Scraping.Tool;

/// <summary><c>scrape</c>: shows what would be extracted from a page. It writes nothing.</summary>
internal sealed class ScrapeCommand(ImmutableArray<SourceSettings> sources, TimeZoneInfo zone, IOutbound outbound, TimeProvider timeProvider) : IOfflineCommand
{
    private const string NoPlace = "http://localhost/";

    public string Name => ScrapeArguments.Syntax.Name;

    public string Usage => ScrapeArguments.Syntax.Usage;

    public async Task<int> RunAsync(IReadOnlyList<string> arguments, TextWriter output, TextWriter error, CancellationToken cancellationToken)
    {
        var given = ScrapeArguments.Syntax.Read(arguments);
        var asked = ScrapeArguments.Read(given);
        RefuseUnknownSource(given, asked.Source);
        if (!given.Ok) return await given.RefuseAsync(error.WriteLineAsync);
        var target = await ScrapeTarget.ReadAsync(asked, outbound, cancellationToken);
        if (target.Text is null)
        {
            await error.WriteLineAsync(target.Failure);
            return CommandExit.Refused;
        }
        var source = SourceOf(asked, target.Url);
        var reading = ScrapeReading.Read(source, target.Url ?? new Uri(FirstPage(source)), target.Text, zone, Now(asked, source));
        foreach (var one in reading.Problems)
            await error.WriteLineAsync(one);
        foreach (var line in asked.Json ? ScrapeJson.Lines(reading) : ScrapeText.Lines(reading))
            await output.WriteLineAsync(line);
        return CommandExit.Done;
    }

    private void RefuseUnknownSource(CommandArguments given, string? name)
    {
        if (name is not null && !sources.Any(s => IsNamed(s, name)))
            given.Refuse($"There is no source '{name}'; known are {string.Join(", ", sources.Select(s => s.Name))}.");
    }

    // Without a name it is the source of the page's site, and without one that the page is read with nothing assumed.
    private SourceSettings SourceOf(ScrapeArguments asked, Uri? page) =>
        sources.FirstOrDefault(s => asked.Source is not null ? IsNamed(s, asked.Source) : page is not null && HostOf(s) == page.Host)
        ?? new SourceSettings { Name = Name, Kind = SourceKind.Page, Url = NoPlace };

    private DateTimeOffset Now(ScrapeArguments asked, SourceSettings source)
    {
        if (asked.Today is not { } day)
            return timeProvider.GetUtcNow();
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        return new(midnight, (source.Zone ?? zone).GetUtcOffset(midnight));
    }

    private static bool IsNamed(SourceSettings source, string name) => source.Name.Equals(name, StringComparison.OrdinalIgnoreCase);

    private static string HostOf(SourceSettings source) => new Uri(FirstPage(source)).Host;

    private static string FirstPage(SourceSettings source) => PageNumbers.First(source.Url, DateTimeOffset.UnixEpoch);
}
