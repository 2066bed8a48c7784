using System.Globalization;
using Actors.Persistence.Commits;
using Actors.Web.Lists;

namespace Actors.Catalog.Listing.Views;

/// <summary>An opaque mark in the change feed: <c>changed_since</c> takes it, <c>X-Changed-Through</c> returns it.</summary>
/// <param name="Epoch">The history that the mark belongs to (<see cref="CommitPoint.Epoch"/>).</param>
/// <param name="FirstCommit">Every change that the caller has not seen has this number or a higher one.</param>
internal sealed record ChangeMark(string Epoch, long FirstCommit)
{
    private const int Parts = 2;

    /// <summary>The mark for a caller who has seen everything up to a point. A late commit has a number from the watermark on, so it is not missed.</summary>
    public static ChangeMark Of(CommitPoint point) => new(point.Epoch, point.Watermark);

    /// <summary>The mark of a text; null when the text is not one of ours.</summary>
    public static ChangeMark? Parse(string? text) =>
        Cursor.Decode(text, Parts) is [var epoch, var number] && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var commit)
            ? new ChangeMark(epoch, commit)
            : null;

    /// <summary>False when the rows have another history by now, for example because a backup was restored.</summary>
    public bool IsOf(CommitPoint point) => Epoch == point.Epoch && FirstCommit <= point.Next;

    public override string ToString() => Cursor.Encode(Epoch, FirstCommit.ToString(CultureInfo.InvariantCulture));
}
