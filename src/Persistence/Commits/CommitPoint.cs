using System.Collections.Immutable;
using System.Globalization;

namespace Actors.Persistence.Commits;

/// <summary>A point in the history of a database: the set of commits that are visible at it.</summary>
/// <param name="Epoch">Identifies the history. It changes when rows come from elsewhere: an import, a restored backup, another server.</param>
/// <param name="Next">No commit with this number or a higher one is visible.</param>
/// <param name="Open">Lower numbers that are not visible either: transactions in progress.</param>
public sealed record CommitPoint(string Epoch, long Next, ImmutableArray<long> Open)
{
    private const char Separator = ':';

    /// <summary>The lowest number that a later commit can have. Rows from this number on include every later change; some may be older.</summary>
    public long Watermark => Open.IsEmpty ? Next : Math.Min(Next, Open.Min());

    /// <summary>A text that <see cref="Parse"/> reads.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Epoch}{Separator}{Next}{Separator}{string.Join(',', Open)}");

    /// <summary>Parses a point; null if the text is not one.</summary>
    public static CommitPoint? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Split(Separator) is not [var epoch, var next, var open] || !IsNumber(next, out var number)) return null;
        var numbers = ImmutableArray.CreateBuilder<long>();
        foreach (var part in open.Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!IsNumber(part, out var one)) return null;
            numbers.Add(one);
        }

        return new CommitPoint(epoch, number, numbers.ToImmutable());
    }

    private static bool IsNumber(string text, out long number) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}

/// <summary>The number and the version of a row.</summary>
public readonly record struct RowVersion(long Id, long Version);

/// <summary>The rows that changed after a point.</summary>
/// <param name="Now">The point at which they were read; the next query begins here.</param>
/// <param name="Rows">The changed rows, in any order.</param>
/// <param name="IsNewEpoch">True if the database has another history than the point: everything must be read again. <paramref name="Rows"/> is empty.</param>
public sealed record CommitChanges(CommitPoint Now, ImmutableArray<RowVersion> Rows, bool IsNewEpoch)
{
    /// <summary>True if nothing changed.</summary>
    public bool IsEmpty => Rows.IsEmpty && !IsNewEpoch;
}
