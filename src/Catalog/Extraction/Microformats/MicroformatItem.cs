using AngleSharp.Dom;

namespace Actors.Catalog.Extraction.Microformats;

/// <summary>A microformat item: its descendants by class. Nested items (cards, addresses, other events) keep their own descendants.</summary>
internal sealed class MicroformatItem
{
    private readonly ILookup<string, IElement> _properties;

    public MicroformatItem(IElement root) => _properties = Descendants(root).SelectMany(e => e.ClassList.Select(c => (Class: c, Element: e))).ToLookup(p => p.Class, p => p.Element, StringComparer.OrdinalIgnoreCase);

    /// <summary>Elements with the first of these classes that occurs.</summary>
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

    private static IEnumerable<IElement> Descendants(IElement root)
    {
        var pending = new Stack<IElement>(root.Children.Reverse());
        while (pending.TryPop(out var element))
        {
            yield return element;
            if (IsItem(element))
                continue;
            foreach (var child in element.Children.Reverse())
                pending.Push(child);
        }
    }
}
