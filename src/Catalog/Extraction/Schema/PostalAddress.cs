using System.Collections.Frozen;

namespace Actors.Catalog.Extraction.Schema;

/// <summary>Writes a schema.org PostalAddress as one line, in the order of its country.</summary>
internal static class PostalAddress
{
    // Countries that write the country first and the street last.
    private static readonly FrozenSet<string> s_countryFirst = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        "Россия", "Российская Федерация", "RU", "RUS", "Russia", "Беларусь", "BY", "Казахстан", "KZ", "Україна", "Украина", "UA");

    // Countries that write the postal code before the city. All others write it after the region.
    private static readonly FrozenSet<string> s_codeFirst = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        "DE", "Germany", "Deutschland", "AT", "Austria", "Österreich", "CH", "Switzerland", "Schweiz", "IT", "Italy", "Italia",
        "ES", "Spain", "España", "NL", "Netherlands", "Nederland", "PL", "Poland", "Polska");

    public static string? City(SchemaThing address) => Part(address, "addressLocality");

    public static string? Write(SchemaThing address)
    {
        var (street, city, region, code) = (Part(address, "streetAddress"), City(address), Part(address, "addressRegion"), Part(address, "postalCode"));
        var country = Part(address, "addressCountry");
        string?[] parts = country switch
        {
            not null when s_countryFirst.Contains(country) => [country, code, region == city ? null : region, city, street],
            not null when s_codeFirst.Contains(country) => [street, Joined(code, city), region, country],
            _ => [street, city, region, code, country],
        };
        var line = string.Join(", ", parts.Where(p => p is not null));
        return line.Length > 0 ? line : PlainText.Line(address.Text("name"));
    }

    private static string? Joined(string? code, string? city) => code is null || city is null ? code ?? city : $"{code} {city}";

    private static string? Part(SchemaThing address, string property) =>
        PlainText.Line(address.Text(property) ?? address.Things(property).FirstOrDefault()?.Text("name"));
}
