using System.Collections.Immutable;

namespace Actors.Catalog.Extraction;

/// <summary>
/// A page often says the same twice, in JSON-LD and in its visible markup: the first wins, the second fills its gaps. One of the two may be
/// broken, so that it lacks the date or the name.
/// </summary>
internal static class SameEvents
{
    public static ImmutableArray<ExtractedEvent> Join(IEnumerable<ImmutableArray<ExtractedEvent>> found, TimeZoneInfo zone)
    {
        var joined = new List<ExtractedEvent>();
        foreach (var events in found)
        {
            // What one markup says is never joined with itself: two of its events are two.
            var earlier = Enumerable.Range(0, joined.Count).ToList();
            var byName = earlier.ToLookup(at => NameOf(joined[at]));
            foreach (var one in events)
            {
                if (Twin(one, earlier, byName, joined, zone) is { } twin)
                    joined[twin] = Fill(joined[twin], one);
                else
                    joined.Add(one);
            }
        }
        return [.. joined.Distinct().Take(ExtractionLimits.Events)];
    }

    // The one at the same moment, else the one on the same day, else the only one of that name where one of the two has no date.
    private static int? Twin(ExtractedEvent one, List<int> earlier, ILookup<string, int> byName, List<ExtractedEvent> joined, TimeZoneInfo zone)
    {
        var name = NameOf(one);
        var named = byName[name].ToList();
        if (name.Length > 0 && named.FindIndex(at => IsSameMoment(joined[at], one, zone) && (IsSameAddress(joined[at], one) || !Contradicts(joined[at].Place, one.Place))) is var moment and >= 0)
            return named[moment];
        if (name.Length > 0 && named.FindIndex(at => IsSameDay(joined[at], one) && IsSameAddress(joined[at], one)) is var day and >= 0)
            return named[day];
        if (name.Length > 0 && named is [var only] && (one.Start is null || joined[only].Start is null) && IsSameAddress(joined[only], one))
            return only;
        // Nameless: at the same moment, and no other is.
        var nameless = (name.Length > 0 ? byName[""] : earlier).Where(at => IsSameMoment(joined[at], one, zone) && IsSameAddress(joined[at], one)).Take(2).ToList();
        return nameless is [var single] ? single : null;
    }

    // Letters and digits only: quotation marks and entities are where broken markup differs.
    private static string NameOf(ExtractedEvent e) =>
        e.Title is null ? "" : new string([.. e.Title.Where(char.IsLetterOrDigit)]) is { Length: > 0 } letters ? letters.ToUpperInvariant() : e.Title;

    private static bool IsSameMoment(ExtractedEvent one, ExtractedEvent other, TimeZoneInfo zone) =>
        one.Start is { DateOnly: false } first && other.Start is { DateOnly: false } second && first.InstantIn(zone) == second.InstantIn(zone);

    private static bool IsSameDay(ExtractedEvent one, ExtractedEvent other) => one.Start?.Text[..10] == other.Start?.Text[..10];

    private static bool IsSameAddress(ExtractedEvent one, ExtractedEvent other) => !Contradicts(Bare(one.Url), Bare(other.Url));

    private static bool Contradicts(string? one, string? other) => one is not null && other is not null && !one.Equals(other, StringComparison.OrdinalIgnoreCase);

    // One page by http and https, with and without its last slash.
    private static string? Bare(string? url) =>
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
