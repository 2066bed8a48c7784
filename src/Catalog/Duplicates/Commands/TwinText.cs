using System.Globalization;
using Actors.Catalog.Duplicates.Matching;
using Actors.Catalog.Events;

namespace Actors.Catalog.Duplicates.Commands;

/// <summary>How candidates are shown to operators. What sources wrote is cut, and cannot steer a terminal.</summary>
internal static class TwinText
{
    private const int MostText = 200;

    /// <summary>How similar, when and where.</summary>
    public static string Heading(TwinPair pair, string place) => string.Create(CultureInfo.InvariantCulture,
        $"{pair.Similarity / (double)TitleSimilarity.Most:0.00}  {When(pair.First.SharedWith(pair.Second))}  {Plain(place)}");

    /// <summary>One of the two events.</summary>
    public static string Line(TwinCard card, EventState e) => $"    {card.Uuid}  {Plain(e.Title)}  ({card.Source}, {Plain(e.Url)})";

    private static string When(EventSession? session)
    {
        if (session is not { } date) return "";
        var day = DateOnly.FromDayNumber(date.Day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return date.Minute == EventSession.AllDay
            ? day : $"{day} {TimeOnly.MinValue.AddMinutes(date.Minute).ToString("HH:mm", CultureInfo.InvariantCulture)}";
    }

    private static string Plain(string text)
    {
        var cut = text.Length > MostText ? text[..MostText] : text;
        return string.Create(cut.Length, cut, static (plain, from) =>
        {
            for (var i = 0; i < plain.Length; i++) plain[i] = IsPlain(from[i]) ? from[i] : ' ';
        });
    }

    private static bool IsPlain(char c) => !char.IsControl(c) && char.GetUnicodeCategory(c)
        is not (UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
}
