using Actors.Catalog.Extraction;
using Actors.Outbound;

namespace Actors.Catalog.Scraping.Tool;

/// <summary>The page to read: from a file, or from its site through the outbound guard.</summary>
internal sealed record ScrapeTarget(Uri? Url, string? Text, string? Failure)
{
    private const long MaxBytes = 4 * 1024 * 1024;

    private static readonly OutboundPolicy s_policy = new("scrape", MaxBytes, TimeSpan.FromSeconds(60), Retries: 0,
        Accept: "text/html,application/json,application/ld+json;q=0.9,text/calendar;q=0.9,*/*;q=0.5");

    public static async Task<ScrapeTarget> ReadAsync(ScrapeArguments options, IOutbound outbound, CancellationToken cancellationToken)
    {
        if (options.Url is { } url)
        {
            var answer = await outbound.GetAsync(url, s_policy, cancellationToken);
            return answer.Ok
                ? new(options.PageUrl ?? answer.FinalUrl, PageText.Decode(answer.Body.Span, answer.ContentType), null)
                : new(null, null, $"{url} could not be fetched: {answer.Detail ?? answer.Failure.ToString()}{(answer.Status > 0 ? $" (status {answer.Status})" : "")}.");
        }
        try
        {
            var file = new FileInfo(Locate(options.Target));
            if (file.Exists && file.Length > MaxBytes)
                return new(null, null, $"{options.Target} is larger than {MaxBytes} bytes.");
            return new(options.PageUrl, PageText.Decode(await File.ReadAllBytesAsync(file.FullName, cancellationToken), null), null);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return new(null, null, $"{options.Target} cannot be read: {e.Message}");
        }
    }

    // "dotnet run" starts the program in the project folder; PWD is still the user's folder.
    private static string Locate(string file) =>
        Environment.GetEnvironmentVariable("PWD") is { Length: > 0 } shell && File.Exists(Path.Combine(shell, file)) ? Path.Combine(shell, file) : Path.GetFullPath(file);
}
