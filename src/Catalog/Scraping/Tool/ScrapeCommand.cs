using System.Collections.Immutable;
using Actors.Catalog.Scraping.Sources;
using Actors.Core.Commands;
using Actors.Outbound;

namespace Actors.Catalog.Scraping.Tool;

/// <summary><c>scrape</c>: shows the events that would be extracted from a page. Writes nothing.</summary>
internal sealed class ScrapeCommand(ImmutableArray<SourceSettings> sources, TimeZoneInfo zone, IOutbound outbound, TimeProvider timeProvider) : IOfflineCommand
{
    private const string NoAddress = "http://localhost/";

    public string Name => ScrapeArguments.Syntax.Name;

    public string Usage => ScrapeArguments.Syntax.Usage;

    public async Task<int> RunAsync(IReadOnlyList<string> arguments, TextWriter output, TextWriter error, CancellationToken cancellationToken)
    {
        var given = ScrapeArguments.Syntax.Read(arguments);
        var options = ScrapeArguments.Read(given);
        RefuseUnknownSource(given, options.Source);
        if (!given.Ok) return await given.RefuseAsync(error.WriteLineAsync);
        var target = await ScrapeTarget.ReadAsync(options, outbound, cancellationToken);
        if (target.Text is null)
        {
            await error.WriteLineAsync(target.Failure);
            return CommandExit.Refused;
        }
        var source = SourceOf(options, target.Url);
        var reading = ScrapeResult.Read(source, target.Url ?? new Uri(FirstPage(source)), target.Text, zone, Now(options, source));
        foreach (var problem in reading.Problems)
            await error.WriteLineAsync(problem);
        foreach (var line in options.Json ? ScrapeJson.Lines(reading) : ScrapeText.Lines(reading))
            await output.WriteLineAsync(line);
        return CommandExit.Done;
    }

    private void RefuseUnknownSource(CommandArguments given, string? name)
    {
        if (name is not null && !sources.Any(s => IsNamed(s, name)))
            given.Refuse($"There is no source '{name}'; known sources are {string.Join(", ", sources.Select(s => s.Name))}.");
    }

    // Without a name, the source of the page's host; without such a source, no rules and defaults.
    private SourceSettings SourceOf(ScrapeArguments options, Uri? page) =>
        sources.FirstOrDefault(s => options.Source is not null ? IsNamed(s, options.Source) : page is not null && HostOf(s) == page.Host)
        ?? new SourceSettings { Name = Name, Kind = SourceKind.Page, Url = NoAddress };

    private DateTimeOffset Now(ScrapeArguments options, SourceSettings source)
    {
        if (options.Today is not { } day)
            return timeProvider.GetUtcNow();
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        return new(midnight, (source.Zone ?? zone).GetUtcOffset(midnight));
    }

    private static bool IsNamed(SourceSettings source, string name) => source.Name.Equals(name, StringComparison.OrdinalIgnoreCase);

    private static string HostOf(SourceSettings source) => new Uri(FirstPage(source)).Host;

    private static string FirstPage(SourceSettings source) => PageNumbers.First(source.Url, DateTimeOffset.UnixEpoch);
}
