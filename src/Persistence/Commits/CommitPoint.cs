using System.Collections.Immutable;
using System.Globalization;

namespace Actors.Persistence.Commits;

/// <summary>A moment in the history of a database: the set of commits that were visible then.</summary>
/// <param name="Epoch">Names the history. It changes when rows come from elsewhere: an import, a restored backup, another server.</param>
/// <param name="Next">No commit with this number or a higher one was visible.</param>
/// <param name="Open">Lower numbers that were not visible either: transactions in progress.</param>
public sealed record CommitPoint(string Epoch, long Next, ImmutableArray<long> Open)
{
    private const char Separator = ':';

    /// <summary>The lowest number that a later commit can have. Rows from this number on include every later change, and may repeat earlier ones.</summary>
    public long Watermark => Open.IsEmpty ? Next : Math.Min(Next, Open.Min());

    /// <summary>A text that <see cref="Parse"/> reads.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Epoch}{Separator}{Next}{Separator}{string.Join(',', Open)}");

    /// <summary>The point of a text; null when the text is not one of ours.</summary>
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
/// <param name="Now">The point at which they were read: ask from here the next time.</param>
/// <param name="Rows">The changed rows, in no order.</param>
/// <param name="IsNewEpoch">True when the rows have another history than the point asked for: everything known must be read again. <paramref name="Rows"/> is empty.</param>
public sealed record CommitChanges(CommitPoint Now, ImmutableArray<RowVersion> Rows, bool IsNewEpoch)
{
    /// <summary>True when nothing changed.</summary>
    public bool IsEmpty => Rows.IsEmpty && !IsNewEpoch;
}
