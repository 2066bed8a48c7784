using AngleSharp.Dom;

namespace Actors.Catalog.Extraction.Microformats;

/// <summary>One item of class names: what within it carries which class. Items within it (cards, addresses, other events) keep their own.</summary>
internal sealed class MicroformatItem
{
    private readonly ILookup<string, IElement> _properties;

    public MicroformatItem(IElement root) => _properties = Own(root).SelectMany(e => e.ClassList.Select(c => (Class: c, Element: e))).ToLookup(p => p.Class, p => p.Element, StringComparer.OrdinalIgnoreCase);

    /// <summary>Elements with any of the classes; the first class that occurs wins.</summary>
    public IEnumerable<IElement> All(params ReadOnlySpan<string> classes)
    {
        foreach (var name in classes)
        {
            if (_properties.Contains(name))
                return _properties[name];
        }
        return [];
    }

    public IElement? First(params ReadOnlySpan<string> classes) => All(classes).FirstOrDefault();

    public static bool IsItem(IElement element) =>
        element.ClassList.Any(c => c is "vevent" or "vcard" or "adr" or "h-event" or "h-card" or "h-adr" or "hreview");

    private static IEnumerable<IElement> Own(IElement root)
    {
        var waiting = new Stack<IElement>(root.Children.Reverse());
        while (waiting.TryPop(out var element))
        {
            yield return element;
            if (IsItem(element))
                continue;
            foreach (var child in element.Children.Reverse())
                waiting.Push(child);
        }
    }
}
