using Actors.Catalog.Duplicates.Matching;
using Actors.Persistence;

namespace Actors.Catalog.Duplicates;

/// <summary>How decisions become rows.</summary>
internal static class TwinTables
{
    /// <summary>The one row that every decision writes as well, so that none is taken by what is no longer true.</summary>
    public static readonly RowKind<TwinsState> State = new("twins", StoredJson.TypeInfo<TwinsState>());

    public static readonly ChildKind<TwinDecision> Decisions = new("twin_decisions", ["first", "second"],
        new("first", ColumnType.Text, d => d.First),
        new("second", ColumnType.Text, d => d.Second),
        new("same", ColumnType.Boolean, d => d.Same),
        new("shown", ColumnType.Text, d => d.Shown),
        new("decided_at", ColumnType.Integer, d => d.DecidedAt));
}

/// <summary>How many decisions were taken.</summary>
internal sealed record TwinsState(long Decisions);
