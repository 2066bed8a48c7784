using Actors.Persistence.Commits;
using Actors.Persistence.Tests.Kit;

namespace Actors.Persistence.Tests.Commits;

/// <summary>A row of a table whose changes can be queried.</summary>
internal sealed record Followed(long Id, string Text)
{
    public static RowKind<Followed> Kind { get; } =
        CommitSequence.Rows("followed", StoredJson.TypeInfo<Followed>(), new RowColumn<Followed>("id", ColumnType.Integer, row => row.Id));

    /// <summary>Writes a new row or the next version of one.</summary>
    public static Task WriteAsync(TestStore store, long id, long? version = null) =>
        store.Rows.CommitAsync(new WriteSet().Put(Kind, $"{id}", new Followed(id, "text"), version));
}
