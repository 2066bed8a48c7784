namespace Actors.Persistence.Tests.Kit;

internal sealed record Note(string Text, long Pages = 0, string? Shelf = null)
{
    public Note()
        : this("")
    {
    }

    public DateTimeOffset? WrittenAt { get; init; }

    public bool? Pinned { get; init; }

    public double? Weight { get; init; }

    public byte[]? Cover { get; init; }

    public long? Mark { get; init; }

    public static RowKind<Note> Kind { get; } = new(
        "notes",
        StoredJson.TypeInfo<Note>(),
        new RowColumn<Note>("shelf", ColumnType.Text, n => n.Shelf),
        new RowColumn<Note>("pages", ColumnType.Integer, n => n.Pages),
        new RowColumn<Note>("written_at", ColumnType.Integer, n => n.WrittenAt),
        new RowColumn<Note>("pinned", ColumnType.Boolean, n => n.Pinned),
        new RowColumn<Note>("weight", ColumnType.Real, n => n.Weight),
        new RowColumn<Note>("cover", ColumnType.Bytes, n => n.Cover),
        new RowColumn<Note>("mark", ColumnType.Integer, n => n.Mark));
}
