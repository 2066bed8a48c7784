using System.Globalization;
using Actors.Catalog.Rules.Extraction;

namespace Actors.Catalog.Adapters.Scraping.Tool;

/// <summary>What <c>scrape</c> is asked.</summary>
/// <param name="Target">An address, or a file.</param>
/// <param name="PageUrl">Where a file came from; null: not said.</param>
/// <param name="Today">The day that counts as today; null: today.</param>
/// <param name="Source">Name of the source whose rules are used; null: the one with the page's host, if any.</param>
/// <param name="Json">One object per event and line.</param>
internal sealed record ScrapeArguments(string Target, Uri? PageUrl, DateOnly? Today, string? Source, bool Json)
{
    public const string Usage = "scrape URL|FILE [--page-url URL] [--today YYYY-MM-DD] [--source NAME] [--json]";

    /// <summary>The address when the target is one.</summary>
    public Uri? Url => Target.Contains("://", StringComparison.Ordinal) ? WebUri(Target) : null;

    /// <summary>The arguments, or a sentence about what is wrong with them.</summary>
    public static (ScrapeArguments? Arguments, string? Problem) Read(IReadOnlyList<string> words)
    {
        var found = new ScrapeArguments("", null, null, null, false);
        for (var at = 0; at < words.Count; at++)
        {
            var (name, inline) = Split(words[at]);
            if (name == "--json" && inline is null)
                found = found with { Json = true };
            else if (!name.StartsWith("--", StringComparison.Ordinal))
            {
                if (found.Target.Length > 0)
                    return (null, $"'{words[at]}' is one target too many");
                found = found with { Target = words[at] };
            }
            else if (name is not ("--page-url" or "--today" or "--source"))
                return (null, $"'{words[at]}' is not known");
            else if ((inline ?? (at + 1 < words.Count ? words[++at] : "")) is not { Length: > 0 } value)
                return (null, $"{name} needs a value");
            else if (found.With(name, value) is { } more)
                found = more;
            else
                return (null, $"{name} is '{value}', which is {(name == "--today" ? "no day; write it as 2026-12-31" : "no http or https address")}");
        }
        return found.Target.Length == 0 ? (null, "an address or a file is missing")
            : found.Target.Contains("://", StringComparison.Ordinal) && found.Url is null ? (null, $"'{found.Target}' is no http or https address")
            : (found, null);
    }

    private ScrapeArguments? With(string name, string value) => name switch
    {
        "--page-url" => WebUri(value) is { } url ? this with { PageUrl = url } : null,
        "--today" => Day(value) is { } day ? this with { Today = day } : null,
        _ => this with { Source = value },
    };

    private static (string Name, string? Value) Split(string word) =>
        word.StartsWith("--", StringComparison.Ordinal) && word.IndexOf('=', StringComparison.Ordinal) is > 0 and var at ? (word[..at], word[(at + 1)..]) : (word, null);

    private static Uri? WebUri(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" && url.Host.Length > 0 ? url : null;

    private static DateOnly? Day(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && day.Year is > EventTime.FirstYear and < EventTime.LastYear ? day : null;
}
