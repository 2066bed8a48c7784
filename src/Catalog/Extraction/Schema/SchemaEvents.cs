namespace Actors.Catalog.Extraction.Schema;

/// <summary>Finds all events among things at any depth, without duplicates, in page order.</summary>
internal static class SchemaEvents
{
    public static IEnumerable<SchemaThing> Find(IEnumerable<SchemaThing> top)
    {
        var seen = new HashSet<SchemaThing>(ReferenceEqualityComparer.Instance);
        var pending = new Stack<SchemaThing>(top.Reverse());
        var left = ExtractionLimits.Events;
        while (left > 0 && pending.TryPop(out var thing))
        {
            if (!seen.Add(thing) || seen.Count > ExtractionLimits.Things)
                continue;
            var isEvent = SchemaTypes.IsEvent(thing);
            foreach (var nested in Nested(thing, isEvent).Reverse())
                pending.Push(nested);
            if (!isEvent)
                continue;
            left--;
            yield return thing;
        }
    }

    // A superEvent is only a reference, and sub-events without a name are sessions.
    private static IEnumerable<SchemaThing> Nested(SchemaThing thing, bool isEvent) =>
        from property in thing.Properties
        where !isEvent || !property.Key.Equals("superEvent", StringComparison.OrdinalIgnoreCase)
        from value in property.Value.OfType<SchemaThing>()
        where !isEvent || !property.Key.Equals("subEvent", StringComparison.OrdinalIgnoreCase) || !SchemaEventReader.IsSession(value, thing)
        select value;
}
