using AngleSharp.Dom;

namespace Actors.Catalog.Extraction;

/// <summary>A page as it came: its address, its text, the zone in which it speaks, and the day on which it was read.</summary>
internal sealed class FetchedPage(Uri url, string text, TimeZoneInfo zone, DateOnly? today = null)
{
    private readonly Lazy<IDocument?> _html = new(() => Parse(text));
    private Uri? _start;

    /// <summary>Base of relative addresses.</summary>
    public Uri Url { get; } = url;

    public string Text { get; } = text;

    public TimeZoneInfo Zone { get; } = zone;

    /// <summary>The day from which dates without a year are counted and dates that repeat are listed; null: neither can be said.</summary>
    public DateOnly? Today { get; } = today;

    /// <summary>True when the body is an iCalendar feed by its first line.</summary>
    public bool IsCalendar { get; } = text.AsSpan().TrimStart("\uFEFF \t\r\n").StartsWith("BEGIN:VCALENDAR", StringComparison.OrdinalIgnoreCase);

    /// <summary>True when the body is JSON by its first character.</summary>
    public bool IsJson { get; } = text.AsSpan().TrimStart("\uFEFF \t\r\n") is ['{' or '[', ..];

    /// <summary>True when the body is neither of the formats above.</summary>
    public bool IsMarkup => !IsJson && !IsCalendar;

    /// <summary>The parsed page; null when it is too large or too deep to parse.</summary>
    public IDocument? Html => _html.Value;

    /// <summary>Where relative links start from: the page's base element, else its own address.</summary>
    public Uri Base => _start ??= Html?.QuerySelector("base[href]")?.GetAttribute("href") is { } href
        && WebAddress.Resolve(Url, href) is { } absolute ? new Uri(absolute) : Url;

    private static IDocument? Parse(string text) =>
        text.Length > ExtractionLimits.PageChars ? null : HtmlGuard.Parse(text);
}
