using Actors.Catalog.Duplicates.Matching;
using Actors.Persistence;

namespace Actors.Catalog.Duplicates;

/// <summary>The tables of decisions.</summary>
internal static class DuplicateTables
{
    /// <summary>One row that every decision updates, so that no decision is based on stale data.</summary>
    public static readonly RowKind<DuplicatesState> State = new("twins", StoredJson.TypeInfo<DuplicatesState>());

    public static readonly ChildKind<DuplicateDecision> Decisions = new("twin_decisions", ["first", "second"],
        new("first", ColumnType.Text, d => d.First),
        new("second", ColumnType.Text, d => d.Second),
        new("same", ColumnType.Boolean, d => d.Same),
        new("shown", ColumnType.Text, d => d.Shown),
        new("decided_at", ColumnType.Integer, d => d.DecidedAt));
}

/// <summary>The number of decisions taken.</summary>
internal sealed record DuplicatesState(long Decisions);
