using System.Globalization;
using Actors.Catalog.Duplicates.Matching;
using Actors.Catalog.Events;

namespace Actors.Catalog.Duplicates.Commands;

/// <summary>
/// Formats candidates for operators. Text from sources is truncated and stripped of control characters, because it is printed to a terminal.
/// </summary>
internal static class CandidateText
{
    private const int MaxText = 200;

    /// <summary>The similarity, date and place of a pair.</summary>
    public static string Heading(CandidatePair pair, string place) => string.Create(CultureInfo.InvariantCulture,
        $"{pair.Similarity / (double)TitleSimilarity.Max:0.00}  {When(pair.First.SharedWith(pair.Second))}  {Plain(place)}");

    /// <summary>The line of one event.</summary>
    public static string Line(EventFingerprint fingerprint, EventState e) => $"    {fingerprint.Uuid}  {Plain(e.Title)}  ({fingerprint.Source}, {Plain(e.Url)})";

    private static string When(EventSession? session)
    {
        if (session is not { } date) return "";
        var day = DateOnly.FromDayNumber(date.Day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return date.Minute == EventSession.AllDay
            ? day : $"{day} {TimeOnly.MinValue.AddMinutes(date.Minute).ToString("HH:mm", CultureInfo.InvariantCulture)}";
    }

    private static string Plain(string text)
    {
        var cut = text.Length > MaxText ? text[..MaxText] : text;
        return string.Create(cut.Length, cut, static (plain, from) =>
        {
            for (var i = 0; i < plain.Length; i++) plain[i] = IsPlain(from[i]) ? from[i] : ' ';
        });
    }

    private static bool IsPlain(char c) => !char.IsControl(c) && char.GetUnicodeCategory(c)
        is not (UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
}
