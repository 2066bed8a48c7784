using System.Globalization;
using Actors.Core.Configuration;
using Actors.Persistence.Commits;
using Actors.Web.Lists;

namespace Actors.Catalog.Listing.Pages;

/// <summary>A position in the change feed, opaque to callers: <c>changed_since</c> takes it, <c>X-Changed-Through</c> returns it.</summary>
/// <param name="Epoch">The history that the mark belongs to (<see cref="CommitPoint.Epoch"/>).</param>
/// <param name="FirstCommit">The lowest commit number that the caller may not have seen.</param>
internal sealed record ChangeMark(string Epoch, long FirstCommit)
{
    private const int Parts = 2;

    /// <summary>The mark for a caller who has seen everything up to a point. A late commit has a number from the watermark on, so it is not missed.</summary>
    public static ChangeMark Of(CommitPoint point) => new(point.Epoch, point.Watermark);

    /// <summary>Parses a mark; null if the text is not one.</summary>
    public static ChangeMark? Parse(string? text) =>
        Cursor.Decode(text, Parts) is [var epoch, var number] && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var commit)
            ? new ChangeMark(epoch, commit)
            : null;

    /// <summary>False if the rows have another history now, for example after a backup was restored.</summary>
    /// <param name="point">The point of this silo's snapshot.</param>
    /// <param name="membership">
    /// A silo alone made every mark itself, so one beyond its point is of another history. A member may be behind the silo that made the mark.
    /// </param>
    public bool IsOf(CommitPoint point, Membership membership) =>
        Epoch == point.Epoch && (membership == Membership.Member || FirstCommit <= point.Next);

    /// <summary>The mark for a caller who has seen everything up to this mark and up to a point of the same history.</summary>
    public ChangeMark NotBeyond(CommitPoint point) => FirstCommit <= point.Watermark ? this : Of(point);

    public override string ToString() => Cursor.Encode(Epoch, FirstCommit.ToString(CultureInfo.InvariantCulture));
}
