using Actors.Catalog.Extraction;
using Actors.Core.Commands;

namespace Actors.Catalog.Scraping.Tool;

/// <summary>The arguments of <c>scrape</c>.</summary>
/// <param name="Target">An address, or a file.</param>
/// <param name="Url">The address, if the target is one.</param>
/// <param name="PageUrl">The address of the page in the file; null if not given.</param>
/// <param name="Today">The day to use as today; null means the current day.</param>
/// <param name="Source">The source whose rules are used; null selects it by the host of the page.</param>
/// <param name="Json">Whether to print one JSON object per event and line.</param>
internal sealed record ScrapeArguments(string Target, Uri? Url, Uri? PageUrl, DateOnly? Today, string? Source, bool Json)
{
    public static readonly CommandSyntax Syntax = new CommandSyntax("scrape", "shows the events of a page and what they lack for the catalogue")
        .Word("URL|FILE").Option("page-url", "URL").Option("today", "YYYY-MM-DD").Option("source", "NAME").Flag("json");

    /// <summary>Reads the arguments; problems are added to <paramref name="given"/>.</summary>
    public static ScrapeArguments Read(CommandArguments given)
    {
        var target = given.Word(0);
        var url = target.Contains("://", StringComparison.Ordinal) ? given.UrlWord(0) : null;
        var today = given.Day("today");
        if (today is { Year: <= EventTime.FirstYear or >= EventTime.LastYear }) given.Refuse($"--today is {today:yyyy-MM-dd}, which is out of range.");
        return new(target, url, given.Url("page-url"), today, given.Text("source"), given.Has("json"));
    }
}
