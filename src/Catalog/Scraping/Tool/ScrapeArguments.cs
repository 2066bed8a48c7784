using Actors.Catalog.Extraction;
using Actors.Core.Commands;

namespace Actors.Catalog.Scraping.Tool;

/// <summary>What <c>scrape</c> is asked.</summary>
/// <param name="Target">An address, or a file.</param>
/// <param name="Url">The address when the target is one.</param>
/// <param name="PageUrl">Where a file came from; null: not said.</param>
/// <param name="Today">The day that counts as today; null: today.</param>
/// <param name="Source">Name of the source whose rules are used; null: the one with the page's host, if any.</param>
/// <param name="Json">One object per event and line.</param>
internal sealed record ScrapeArguments(string Target, Uri? Url, Uri? PageUrl, DateOnly? Today, string? Source, bool Json)
{
    public static readonly CommandSyntax Syntax = new CommandSyntax("scrape", "shows which events a page holds and what they lack for the catalogue")
        .Word("URL|FILE").Option("page-url", "URL").Option("today", "YYYY-MM-DD").Option("source", "NAME").Flag("json");

    /// <summary>Reads them; what is wrong is in <paramref name="given"/>.</summary>
    public static ScrapeArguments Read(CommandArguments given)
    {
        var target = given.Word(0);
        var url = target.Contains("://", StringComparison.Ordinal) ? given.UrlWord(0) : null;
        var today = given.Day("today");
        if (today is { Year: <= EventTime.FirstYear or >= EventTime.LastYear }) given.Refuse($"--today is {today:yyyy-MM-dd}, a day of no event.");
        return new(target, url, given.Url("page-url"), today, given.Text("source"), given.Has("json"));
    }
}
