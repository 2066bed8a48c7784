using AngleSharp.Dom;

namespace Actors.Catalog.Extraction.Microformats;

/// <summary>The place of an event: a card with a name and an address, or plain text.</summary>
internal sealed record MicroformatPlace(string? Name, string? Address, string? City)
{
    public static MicroformatPlace Of(IElement? location)
    {
        if (location is null)
            return new(null, null, null);
        var card = new MicroformatItem(location);
        var address = card.First("adr", "p-adr", "h-adr");
        var name = MicroformatValue.Text(card.First("fn", "org", "p-name"));
        if (address is null)
            return new(name ?? MicroformatValue.Text(location), null, null);
        var parts = new MicroformatItem(address);
        return new(name, Write(parts) ?? MicroformatValue.Text(address), Part(parts, "locality"));
    }

    private static string? Write(MicroformatItem address)
    {
        var region = string.Join(' ', new[] { Part(address, "region"), Part(address, "postal-code") }.OfType<string>());
        string?[] parts = [Part(address, "street-address"), Part(address, "extended-address"), Part(address, "locality"), region, Part(address, "country-name")];
        var line = string.Join(", ", parts.Where(p => !string.IsNullOrEmpty(p)));
        return line.Length > 0 ? line : null;
    }

    private static string? Part(MicroformatItem address, string name) => MicroformatValue.Text(address.First(name, "p-" + name));
}
