using System.Text.Json;
using Actors.TestKit;

namespace Actors.Catalog.Tests.Hostile;

/// <summary>The Big List of Naughty Strings, and the places in the catalogue's addresses where they are tried.</summary>
internal static class Naughty
{
    public static readonly string[] Lists =
        ["/catalog/events", "/scraperCatalog/events", "/scraperCatalog/inactive-events", "/catalog/events.ics", "/catalog/events.rss"];

    public static readonly string[] Parameters =
        ["type", "id", "date_from", "date_to", "when", "q", "place", "price_min", "price_max", "age", "changed_since", "cursor", "limit", "fields"];

    public static IReadOnlyList<string> Strings() => JsonSerializer.Deserialize<string[]>(Samples.Text("corpora/blns.json"))!;

    /// <summary>All lists with the value in every parameter, as a parameter name, and as part of a path.</summary>
    public static IEnumerable<Uri> Paths(string escaped) =>
        from list in Lists
        from path in Parameters.Select(name => $"{list}?{name}={escaped}").Append($"{list}?{escaped}").Append($"{list}/{escaped}")
        select new Uri(path, UriKind.Relative);

    public static Task EachAsync(int atOnce, Func<string, Task> ask) =>
        Parallel.ForEachAsync(Strings(), new ParallelOptions { MaxDegreeOfParallelism = atOnce }, async (text, _) => await ask(text));
}
