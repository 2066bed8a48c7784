using System.Collections.Frozen;
using AngleSharp.Dom;

namespace Actors.Catalog.Extraction.Schema;

/// <summary>
/// Recognises RDFa names of events: those of schema.org, and those of older calendar and address vocabularies, translated to schema.org.
/// </summary>
internal sealed class RdfaNames
{
    private static readonly string[] s_known = ["schema.org", "data-vocabulary.org", "/icaltzd", "/ical#", "/vcard"];

    private static readonly FrozenDictionary<string, string> s_older = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["Vevent"] = "Event",
        ["summary"] = "name",
        ["fn"] = "name",
        ["dtstart"] = "startDate",
        ["dtend"] = "endDate",
        ["adr"] = "address",
        ["street-address"] = "streetAddress",
        ["locality"] = "addressLocality",
        ["region"] = "addressRegion",
        ["postal-code"] = "postalCode",
        ["country-name"] = "addressCountry",
        ["photo"] = "image",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    // The prefixes of RDFa 1.1's initial context, plus those that the page declares.
    private readonly HashSet<string> _prefixes = new(StringComparer.OrdinalIgnoreCase) { "schema", "v", "vcard", "ical" };

    public RdfaNames(IDocument html)
    {
        foreach (var attribute in html.DocumentElement?.Attributes.Where(a => a.Name.StartsWith("xmlns:", StringComparison.OrdinalIgnoreCase)) ?? [])
            Declare(attribute.Name["xmlns:".Length..], attribute.Value);
        foreach (var element in html.QuerySelectorAll("[prefix]").Take(ExtractionLimits.Blocks))
        {
            var words = Words(element.GetAttribute("prefix"));
            for (var at = 0; at + 1 < words.Length; at += 2)
                Declare(words[at].TrimEnd(':'), words[at + 1]);
        }
    }

    public static bool IsKnown(string? vocabulary) => vocabulary is not null && Array.Exists(s_known, k => vocabulary.Contains(k, StringComparison.OrdinalIgnoreCase));

    /// <summary>The recognised names in an attribute. A name without prefix counts only inside a known vocabulary.</summary>
    public IReadOnlyList<string> Of(string? attribute, bool vocabulary) =>
        [.. Words(attribute).Take(ExtractionLimits.Depth).Where(w => Counts(w, vocabulary)).Select(SchemaThing.LocalName).Select(n => s_older.GetValueOrDefault(n, n))];

    private bool Counts(string word, bool vocabulary)
    {
        if (word.Contains("://", StringComparison.Ordinal))
            return IsKnown(word);
        var colon = word.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? vocabulary : _prefixes.Contains(word[..colon]);
    }

    private void Declare(string prefix, string vocabulary)
    {
        if (IsKnown(vocabulary))
            _prefixes.Add(prefix);
        else
            _prefixes.Remove(prefix);
    }

    private static string[] Words(string? attribute) => attribute?.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) ?? [];
}
