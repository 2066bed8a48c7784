using Actors.Persistence;

namespace Actors.Hosting.Reminders;

/// <summary>Reminders in the program's database. Every write gives the row a new etag.</summary>
internal sealed class ReminderTable(IRowStore rows, IDatabase database) : IReminderTable
{
    private const string Select = "SELECT grain_id, name, start_at, period_ms, etag FROM reminders";

    private static readonly ChildKind<(ReminderEntry Entry, string ETag)> s_kind = new(
        "reminders",
        ["grain_id", "name"],
        new("grain_id", ColumnType.Text, row => row.Entry.GrainId.ToString()),
        new("name", ColumnType.Text, row => row.Entry.ReminderName),
        new("grain_hash", ColumnType.Integer, row => (long)row.Entry.GrainId.GetUniformHashCode()),
        new("start_at", ColumnType.Integer, row => ReminderRow.Milliseconds(row.Entry.StartAt)),
        new("period_ms", ColumnType.Integer, row => (long)row.Entry.Period.TotalMilliseconds),
        new("etag", ColumnType.Text, row => row.ETag));

    public async Task<ReminderTableData> ReadRows(GrainId grainId) =>
        Data(await database.QueryAsync<ReminderRow>($"{Select} WHERE grain_id = @grain", new { grain = grainId.ToString() }).ConfigureAwait(false));

    public async Task<ReminderTableData> ReadRows(uint begin, uint end)
    {
        // The range is (begin, end]. It wraps around zero when end is not above begin.
        var range = begin < end ? "grain_hash > @begin AND grain_hash <= @end" : "(grain_hash > @begin OR grain_hash <= @end)";
        var args = new { begin = (long)begin, end = (long)end };
        return Data(await database.QueryAsync<ReminderRow>($"{Select} WHERE {range}", args).ConfigureAwait(false));
    }

    public async Task<ReminderEntry?> ReadRow(GrainId grainId, string reminderName)
    {
        var args = new { grain = grainId.ToString(), name = reminderName };
        var found = await database.QueryAsync<ReminderRow>($"{Select} WHERE grain_id = @grain AND name = @name", args).ConfigureAwait(false);
        return found.Count == 0 ? null : found[0].ToEntry();
    }

    public async Task<string?> UpsertRow(ReminderEntry entry)
    {
        var etag = Guid.NewGuid().ToString("N");
        await rows.CommitAsync(new WriteSet().Upsert(s_kind, (entry, etag))).ConfigureAwait(false);
        return etag;
    }

    public async Task<bool> RemoveRow(GrainId grainId, string reminderName, string eTag)
    {
        var args = new { grain = grainId.ToString(), name = reminderName, etag = eTag };
        return await database.ExecuteAsync("DELETE FROM reminders WHERE grain_id = @grain AND name = @name AND etag = @etag", args).ConfigureAwait(false) > 0;
    }

    public Task TestOnlyClearTable() => database.ExecuteAsync("DELETE FROM reminders");

    private static ReminderTableData Data(IReadOnlyList<ReminderRow> found) => new(found.Select(row => row.ToEntry()));
}
