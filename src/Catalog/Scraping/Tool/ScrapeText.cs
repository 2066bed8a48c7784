using System.Globalization;
using Actors.Catalog.Extraction;

namespace Actors.Catalog.Scraping.Tool;

/// <summary>Writes the result as readable text.</summary>
internal static class ScrapeText
{
    private const int SessionsShown = 5;

    public static IEnumerable<string> Lines(ScrapeResult reading) =>
        reading.Events.SelectMany(Lines).Append($"{reading.Events.Length} events, read as source '{reading.Source.Name}', "
            + $"{reading.Events.Count(e => e.Mapped.Event is not null)} of them fit for the catalogue");

    private static IEnumerable<string> Lines(ScrapeResult.Line line)
    {
        var found = line.Found;
        yield return found.Title ?? "(no title)";
        yield return $"  when    {found.Start?.Text ?? found.NoDateReason ?? "unknown"}{(found.End is { } end ? $" to {end.Text}" : "")}{Sessions(found)}";
        yield return $"  where   {OrUnknown(string.Join("; ", new[] { found.Place, found.Address }.OfType<string>()))}";
        yield return $"  price   {Price(found.Price)}";
        yield return $"  picture {OrUnknown(found.Image)}";
        yield return $"  page    {OrUnknown(found.Url)}";
        yield return line.Mapped.Event is { } mapped
            ? $"  becomes {mapped.EventType} {mapped.Uuid}, {mapped.Price}, {mapped.Place}, {string.Join(", ", mapped.DateList.Take(SessionsShown).Select(d => d.Text))}{More(mapped.DateList.Length)}"
            : $"  missing for the catalogue: {string.Join(", ", line.Missing)}";
        yield return "";
    }

    private static string Sessions(ExtractedEvent found) => found.Occurrences.Length > 1 ? $" and {found.Occurrences.Length - 1} more sessions" : "";

    private static string More(int dates) => dates > SessionsShown ? $" and {dates - SessionsShown} more" : "";

    private static string OrUnknown(string? text) => string.IsNullOrEmpty(text) ? "unknown" : text;

    private static string Price(PriceRange price)
    {
        if (price.Min is null && price.Max is null)
            return "unknown";
        var range = string.Join("–", new[] { price.Min, price.Max }.OfType<decimal>().Select(p => p.ToString("0.##", CultureInfo.InvariantCulture)));
        return $"{range} {price.Currency}".TrimEnd();
    }
}
