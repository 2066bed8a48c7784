namespace Actors.Persistence.Tests.Kit;

internal sealed record Remark(string Note, long Number, string Body)
{
    public static ChildKind<Remark> Kind { get; } = new(
        "remarks",
        ["note", "number"],
        new RowColumn<Remark>("note", ColumnType.Text, r => r.Note),
        new RowColumn<Remark>("number", ColumnType.Integer, r => r.Number),
        new RowColumn<Remark>("body", ColumnType.Text, r => r.Body));
}
