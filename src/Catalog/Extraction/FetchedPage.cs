using AngleSharp.Dom;

namespace Actors.Catalog.Extraction;

/// <summary>A fetched page: its address, its text, the time zone of its times, and the day it was fetched.</summary>
internal sealed class FetchedPage(Uri url, string text, TimeZoneInfo zone, DateOnly? today = null)
{
    private readonly Lazy<IDocument?> _html = new(() => Parse(text));
    private Uri? _base;

    /// <summary>The address of the page.</summary>
    public Uri Url { get; } = url;

    public string Text { get; } = text;

    public TimeZoneInfo Zone { get; } = zone;

    /// <summary>The day from which dates without a year and recurring dates are resolved; null leaves them unresolved.</summary>
    public DateOnly? Today { get; } = today;

    /// <summary>Whether the first line is that of an iCalendar feed.</summary>
    public bool IsCalendar { get; } = text.AsSpan().TrimStart("\uFEFF \t\r\n").StartsWith("BEGIN:VCALENDAR", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the first character is that of a JSON document.</summary>
    public bool IsJson { get; } = text.AsSpan().TrimStart("\uFEFF \t\r\n") is ['{' or '[', ..];

    /// <summary>Whether the body is neither of these formats.</summary>
    public bool IsMarkup => !IsJson && !IsCalendar;

    /// <summary>The parsed page; null if it is too large or nested too deeply to parse.</summary>
    public IDocument? Html => _html.Value;

    /// <summary>Base of relative links: the page's base element, else the page's address.</summary>
    public Uri Base => _base ??= Html?.QuerySelector("base[href]")?.GetAttribute("href") is { } href
        && WebAddress.Resolve(Url, href) is { } absolute ? new Uri(absolute) : Url;

    private static IDocument? Parse(string text) =>
        text.Length > ExtractionLimits.PageChars ? null : HtmlGuard.Parse(text);
}
