namespace Actors.Catalog.Extraction.Schema;

/// <summary>The place of an event, from any form of schema.org location.</summary>
internal sealed record SchemaPlace(string? Name, string? Address, string? City)
{
    public static readonly SchemaPlace Unknown = new(null, null, null);

    public static SchemaPlace Of(IEnumerable<SchemaValue> locations)
    {
        foreach (var location in locations)
        {
            var place = location switch
            {
                SchemaThing thing when thing.Types.Contains("VirtualLocation", StringComparer.OrdinalIgnoreCase) => Unknown,
                SchemaThing thing => FromThing(thing),
                SchemaText text when !WebAddress.IsAbsolute(text.Text) => FromText(text.Text),
                _ => Unknown,
            };
            if (place != Unknown)
                return place;
        }
        return Unknown;
    }

    private static SchemaPlace FromText(string text) => PlainText.Line(text) is { } line ? new(line, line, null) : Unknown;

    private static SchemaPlace FromThing(SchemaThing place)
    {
        var name = PlainText.Line(place.Text("name"));
        if (place.Types.Contains("PostalAddress", StringComparer.OrdinalIgnoreCase))
            return new(name, PostalAddress.Write(place), PostalAddress.City(place));
        var postal = place.Things("address").FirstOrDefault();
        return new(name,
            PlainText.Line(place.Text("address")) ?? (postal is null ? null : PostalAddress.Write(postal)),
            postal is null ? null : PostalAddress.City(postal));
    }
}
