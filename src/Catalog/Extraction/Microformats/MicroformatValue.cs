using AngleSharp.Dom;

namespace Actors.Catalog.Extraction.Microformats;

/// <summary>
/// The value of an element. Machine-readable attributes come before visible text. Nested elements with the class value or value-title hold the parts
/// of the value (value class pattern).
/// </summary>
internal static class MicroformatValue
{
    private const int MaxParts = 20;
    private static readonly string[] s_propertyPrefixes = ["p-", "u-", "dt-", "e-"];

    public static string? Text(IElement? element)
    {
        if (element is null)
            return null;
        var parts = Parts(element).ToList();
        return PlainText.Line(parts.Count > 0 ? string.Concat(parts.Select(Words)) : Words(element));
    }

    /// <summary>The link of an element, or its text if that is a URL.</summary>
    public static string? Address(IElement? element, Uri start)
    {
        if (element is null)
            return null;
        var link = element.GetAttribute("href") ?? element.GetAttribute("src") ?? element.GetAttribute("data") ?? element.GetAttribute("poster");
        if (link is not null)
            return WebAddress.Resolve(start, link);
        var parts = Parts(element).ToList();
        var text = (parts.Count > 0 ? string.Concat(parts.Select(Written)) : Written(element)).Trim();
        return WebAddress.IsAbsolute(text) ? WebAddress.Resolve(start, text) : null;
    }

    /// <summary>Texts that may contain a time, most precise first: the joined parts, the attribute, the visible text.</summary>
    public static IEnumerable<IReadOnlyList<string>> Times(IElement element)
    {
        if (Parts(element).Select(Written).ToList() is { Count: > 0 } parts)
            yield return parts;
        yield return [Written(element)];
        yield return [HtmlText.Of(element)];
    }

    // Excludes the parts of nested items, nested properties and other parts.
    private static IEnumerable<IElement> Parts(IElement element)
    {
        var pending = new Stack<IElement>(element.Children.Reverse());
        for (var left = MaxParts; left > 0 && pending.TryPop(out var next);)
        {
            if (IsPart(next))
            {
                left--;
                yield return next;
                continue;
            }
            if (MicroformatItem.IsItem(next) || next.ClassList.Any(IsProperty))
                continue;
            foreach (var child in next.Children.Reverse())
                pending.Push(child);
        }
    }

    private static bool IsPart(IElement element) => element.ClassList.Contains("value") || element.ClassList.Contains("value-title");

    private static bool IsProperty(string name) => Array.Exists(s_propertyPrefixes, p => name.StartsWith(p, StringComparison.Ordinal));

    private static string Words(IElement element) => element.LocalName switch
    {
        "abbr" when element.GetAttribute("title") is { Length: > 0 } title => title,
        _ when element.ClassList.Contains("value-title") && element.GetAttribute("title") is { } title => title,
        "data" or "meter" or "input" when element.GetAttribute("value") is { } value => value,
        "img" or "area" when element.GetAttribute("alt") is { } alt => alt,
        _ => HtmlText.Of(element),
    };

    private static string Written(IElement element) =>
        element.LocalName is "time" or "ins" or "del" && !element.ClassList.Contains("value-title") && element.GetAttribute("datetime") is { } time
            ? time.Trim() : Words(element).Trim();
}
