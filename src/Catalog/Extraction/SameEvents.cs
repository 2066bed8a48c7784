using System.Collections.Immutable;

namespace Actors.Catalog.Extraction;

/// <summary>
/// Merges duplicates on a page. Pages often describe an event both in JSON-LD and in visible markup: the first wins, and the second fills its gaps.
/// One of the two may be broken and lack the date or the name.
/// </summary>
internal static class SameEvents
{
    public static ImmutableArray<ExtractedEvent> Merge(IEnumerable<ImmutableArray<ExtractedEvent>> found, TimeZoneInfo zone)
    {
        var merged = new List<ExtractedEvent>();
        foreach (var events in found)
        {
            // Events of one extractor are never merged with each other: two of them are two events.
            var earlier = Enumerable.Range(0, merged.Count).ToList();
            var byName = earlier.ToLookup(at => NameOf(merged[at]));
            foreach (var one in events)
            {
                if (Duplicate(one, earlier, byName, merged, zone) is { } duplicate)
                    merged[duplicate] = Fill(merged[duplicate], one);
                else
                    merged.Add(one);
            }
        }
        return [.. merged.Distinct().Take(ExtractionLimits.Events)];
    }

    // Prefers the event at the same moment, then one on the same day, then the only one with that name if either of the two has no date.
    private static int? Duplicate(ExtractedEvent one, List<int> earlier, ILookup<string, int> byName, List<ExtractedEvent> merged, TimeZoneInfo zone)
    {
        var name = NameOf(one);
        var named = byName[name].ToList();
        if (name.Length > 0 && named.FindIndex(at => IsSameMoment(merged[at], one, zone) && (IsSameAddress(merged[at], one) || !Contradicts(merged[at].Place, one.Place))) is var moment and >= 0)
            return named[moment];
        if (name.Length > 0 && named.FindIndex(at => IsSameDay(merged[at], one) && IsSameAddress(merged[at], one)) is var day and >= 0)
            return named[day];
        if (name.Length > 0 && named is [var only] && (one.Start is null || merged[only].Start is null) && IsSameAddress(merged[only], one))
            return only;
        // Without a name: the only event at the same moment.
        var nameless = (name.Length > 0 ? byName[""] : earlier).Where(at => IsSameMoment(merged[at], one, zone) && IsSameAddress(merged[at], one)).Take(2).ToList();
        return nameless is [var single] ? single : null;
    }

    // Compares letters and digits only, because broken markup differs in quotation marks and entities.
    private static string NameOf(ExtractedEvent e) =>
        e.Title is null ? "" : new string([.. e.Title.Where(char.IsLetterOrDigit)]) is { Length: > 0 } letters ? letters.ToUpperInvariant() : e.Title;

    private static bool IsSameMoment(ExtractedEvent one, ExtractedEvent other, TimeZoneInfo zone) =>
        one.Start is { DateOnly: false } first && other.Start is { DateOnly: false } second && first.InstantIn(zone) == second.InstantIn(zone);

    private static bool IsSameDay(ExtractedEvent one, ExtractedEvent other) => one.Start?.Text[..10] == other.Start?.Text[..10];

    private static bool IsSameAddress(ExtractedEvent one, ExtractedEvent other) => !Contradicts(WithoutScheme(one.Url), WithoutScheme(other.Url));

    private static bool Contradicts(string? one, string? other) => one is not null && other is not null && !one.Equals(other, StringComparison.OrdinalIgnoreCase);

    // Ignores the scheme and a trailing slash.
    private static string? WithoutScheme(string? url) =>
        url is null ? null : url.Split('#')[0].TrimEnd('/')[(url.IndexOf("://", StringComparison.Ordinal) is var scheme and > 0 ? scheme : 0)..];

    private static ExtractedEvent Fill(ExtractedEvent first, ExtractedEvent second) => first with
    {
        Title = first.Title ?? second.Title,
        Start = first.Start ?? second.Start,
        End = first.End ?? second.End,
        Occurrences = first.Start is null ? second.Occurrences : first.Occurrences,
        Place = first.Place ?? second.Place,
        Address = first.Address ?? second.Address,
        City = first.City ?? second.City,
        Price = first.Price.Min is null ? second.Price : first.Price,
        Image = first.Image ?? second.Image,
        Description = first.Description ?? second.Description,
        Genre = first.Genre ?? second.Genre,
        Age = first.Age ?? second.Age,
        TypeHint = first.TypeHint ?? second.TypeHint,
    };
}
