using AngleSharp.Dom;

namespace Actors.Catalog.Extraction.Microformats;

/// <summary>
/// The value of an element with a class: what machines are given before what people see. Elements with the class value or value-title
/// within it hold the parts of the value (value class pattern).
/// </summary>
internal static class MicroformatValue
{
    private const int MostParts = 20;
    private static readonly string[] s_propertyPrefixes = ["p-", "u-", "dt-", "e-"];

    public static string? Text(IElement? element)
    {
        if (element is null)
            return null;
        var parts = Parts(element).ToList();
        return PlainText.Line(parts.Count > 0 ? string.Concat(parts.Select(Words)) : Words(element));
    }

    /// <summary>An address: where the element leads, or what it says when that is an address.</summary>
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

    /// <summary>The texts of an element that may name a time, the most exact first: its parts all together, its attribute, its words.</summary>
    public static IEnumerable<IReadOnlyList<string>> Times(IElement element)
    {
        if (Parts(element).Select(Written).ToList() is { Count: > 0 } parts)
            yield return parts;
        yield return [Written(element)];
        yield return [HtmlText.Of(element)];
    }

    // Parts of an inner item, of an inner property or of another part are not the element's own.
    private static IEnumerable<IElement> Parts(IElement element)
    {
        var waiting = new Stack<IElement>(element.Children.Reverse());
        for (var left = MostParts; left > 0 && waiting.TryPop(out var next);)
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
                waiting.Push(child);
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
