using System.Text;

namespace Actors.Catalog.Extraction.Calendar;

/// <summary>A component of an iCalendar feed, with its lines and nested components.</summary>
internal sealed class CalendarComponent(string name)
{
    private readonly List<CalendarLine> _lines = [];
    private readonly List<CalendarComponent> _children = [];

    public string Name { get; } = name;

    public IEnumerable<CalendarComponent> Children(string kind) => _children.Where(c => c.Name == kind);

    public CalendarLine? Line(string property) => _lines.Find(l => l.Name == property && l.Value.Length > 0);

    public IEnumerable<CalendarLine> Lines(string property) => _lines.Where(l => l.Name == property && l.Value.Length > 0);

    /// <summary>Parses a feed into a nameless root. An END without a BEGIN is ignored, and the end of the text closes open components.</summary>
    public static CalendarComponent Read(string text)
    {
        var root = new CalendarComponent("");
        var open = new Stack<CalendarComponent>([root]);
        foreach (var line in Unfolded(text).Select(CalendarLine.Read).OfType<CalendarLine>())
        {
            var kind = line.Value.Trim().ToUpperInvariant();
            if (line.Name == "BEGIN" && open.Count <= ExtractionLimits.Depth)
                open.Push(open.Peek().Add(new CalendarComponent(kind)));
            else if (line.Name == "END" && open.Count > 1 && open.Any(c => c.Name == kind))
                while (open.Count > 1 && open.Pop().Name != kind) { }
            else
                open.Peek()._lines.Add(line);
        }
        return root;
    }

    private CalendarComponent Add(CalendarComponent component)
    {
        _children.Add(component);
        return component;
    }

    // Lines are folded: one that begins with white space continues the line before it.
    private static IEnumerable<string> Unfolded(string text)
    {
        var line = new StringBuilder();
        foreach (var part in text.TrimStart('\uFEFF').Split('\n').Select(l => l.TrimEnd('\r')))
        {
            if (part is not [' ' or '\t', ..])
            {
                yield return line.ToString();
                line.Clear().Append(part);
            }
            else if (line.Length < ExtractionLimits.Description * 2)
            {
                line.Append(part.AsSpan(1));
            }
        }
        yield return line.ToString();
    }
}
