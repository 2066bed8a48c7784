using Actors.Catalog.Extraction;
using Actors.Outbound;

namespace Actors.Catalog.Scraping.Tool;

/// <summary>The page that is asked for: from its file, or from its site through the guard.</summary>
internal sealed record ScrapeTarget(Uri? Url, string? Text, string? Failure)
{
    private const long MostBytes = 4 * 1024 * 1024;

    private static readonly OutboundPolicy s_policy = new("scrape", MostBytes, TimeSpan.FromSeconds(60), Retries: 0,
        Accept: "text/html,application/json,application/ld+json;q=0.9,text/calendar;q=0.9,*/*;q=0.5");

    public static async Task<ScrapeTarget> ReadAsync(ScrapeArguments asked, IOutbound outbound, CancellationToken cancellationToken)
    {
        if (asked.Url is { } url)
        {
            var answer = await outbound.GetAsync(url, s_policy, cancellationToken);
            return answer.Ok
                ? new(asked.PageUrl ?? answer.FinalUrl, PageText.Decode(answer.Body.Span, answer.ContentType), null)
                : new(null, null, $"{url} cannot be had: {answer.Detail ?? answer.Failure.ToString()}{(answer.Status > 0 ? $" (status {answer.Status})" : "")}.");
        }
        try
        {
            var file = new FileInfo(Locate(asked.Target));
            if (file.Exists && file.Length > MostBytes)
                return new(null, null, $"{asked.Target} is larger than {MostBytes} bytes.");
            return new(asked.PageUrl, PageText.Decode(await File.ReadAllBytesAsync(file.FullName, cancellationToken), null), null);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return new(null, null, $"{asked.Target} cannot be read: {e.Message}");
        }
    }

    // "dotnet run" starts the program in its project's folder; the shell still knows where the user is.
    private static string Locate(string file) =>
        Environment.GetEnvironmentVariable("PWD") is { Length: > 0 } shell && File.Exists(Path.Combine(shell, file)) ? Path.Combine(shell, file) : Path.GetFullPath(file);
}
