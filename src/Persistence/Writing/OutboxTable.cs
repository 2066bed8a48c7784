namespace Actors.Persistence.Writing;

/// <summary>The columns of the outbox that write sets fill.</summary>
internal static class OutboxTable
{
    public static readonly ChildKind<OutboxMessage> Kind = new(
        "outbox",
        ["id"],
        new RowColumn<OutboxMessage>("id", ColumnType.Text, m => RowKeys.Checked(m.Id)),
        new RowColumn<OutboxMessage>("topic", ColumnType.Text, m => m.Topic),
        new RowColumn<OutboxMessage>("document", ColumnType.Text, m => m.Document),
        new RowColumn<OutboxMessage>("not_before", ColumnType.Integer, m => m.NotBefore));
}
