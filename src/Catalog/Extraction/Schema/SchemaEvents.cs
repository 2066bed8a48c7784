namespace Actors.Catalog.Extraction.Schema;

/// <summary>Finds the events among things, wherever they are nested, each once and in page order.</summary>
internal static class SchemaEvents
{
    public static IEnumerable<SchemaThing> Find(IEnumerable<SchemaThing> top)
    {
        var seen = new HashSet<SchemaThing>(ReferenceEqualityComparer.Instance);
        var waiting = new Stack<SchemaThing>(top.Reverse());
        var left = ExtractionLimits.Events;
        while (left > 0 && waiting.TryPop(out var thing))
        {
            if (!seen.Add(thing) || seen.Count > ExtractionLimits.Things)
                continue;
            var isEvent = SchemaTypes.IsEvent(thing);
            foreach (var inner in Inner(thing, isEvent).Reverse())
                waiting.Push(inner);
            if (!isEvent)
                continue;
            left--;
            yield return thing;
        }
    }

    // What an event belongs to is not on the page for its own sake, and its nameless parts are its sessions.
    private static IEnumerable<SchemaThing> Inner(SchemaThing thing, bool isEvent) =>
        from property in thing.Properties
        where !isEvent || !property.Key.Equals("superEvent", StringComparison.OrdinalIgnoreCase)
        from value in property.Value.OfType<SchemaThing>()
        where !isEvent || !property.Key.Equals("subEvent", StringComparison.OrdinalIgnoreCase) || !SchemaEventReader.IsSession(value, thing)
        select value;
}
