using AngleSharp.Dom;

namespace Actors.Catalog.Extraction.Microformats;

/// <summary>The value of an element with a class: what machines are given before what people see.</summary>
internal static class MicroformatValue
{
    public static string? Text(IElement? element)
    {
        if (element is null)
            return null;
        return PlainText.Line(element.LocalName == "abbr" && element.GetAttribute("title") is { Length: > 0 } title ? title : HtmlText.Of(element));
    }

    /// <summary>A time: abbr title, time datetime, the parts with class value, or the text.</summary>
    public static EventTime? Time(IElement? element)
    {
        if (element is null)
            return null;
        var parts = element.QuerySelectorAll(".value, .value-title").Take(4).Select(Written).ToList();
        return EventTimeReader.Read(parts.Count > 0 ? string.Join('T', parts) : Written(element)) ?? EventTimeReader.Read(HtmlText.Of(element));
    }

    /// <summary>An address: where the element leads, or what it says when that is an address.</summary>
    public static string? Address(IElement? element, Uri start)
    {
        if (element is null)
            return null;
        var link = element.GetAttribute("href") ?? element.GetAttribute("src") ?? element.GetAttribute("data");
        var text = link is null ? HtmlText.Of(element).Trim() : null;
        return WebAddress.Resolve(start, link ?? (WebAddress.IsAbsolute(text!) ? text : null));
    }

    private static string? Written(IElement element) =>
        element.GetAttribute("datetime") ?? (element.LocalName == "abbr" || element.ClassList.Contains("value-title") ? element.GetAttribute("title") : null)
        ?? HtmlText.Of(element).Trim();
}
