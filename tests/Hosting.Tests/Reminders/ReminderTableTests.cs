using Actors.Hosting.Reminders;
using Actors.Persistence.Tests.Kit;

namespace Actors.Hosting.Tests.Reminders;

public sealed class ReminderTableTests
{
    private static readonly DateTime s_start = new(2026, 3, 1, 12, 0, 0, 123, DateTimeKind.Utc);

    [Theory, OnSqlite, OnPostgres]
    public async Task A_reminder_is_read_back_as_written(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var store = await database.OpenAsync();
        var table = new ReminderTable(store.Rows, store.Rows);
        var entry = Entry("source/kudago", "keep-alive");

        var etag = await table.UpsertRow(entry);
        var row = (await table.ReadRow(entry.GrainId, "keep-alive"))!;

        row.ETag.ShouldBe(etag);
        (row.GrainId, row.ReminderName, row.StartAt, row.Period).ShouldBe((entry.GrainId, "keep-alive", s_start, TimeSpan.FromMinutes(1)));
        row.StartAt.Kind.ShouldBe(DateTimeKind.Utc);
        (await table.ReadRow(entry.GrainId, "other")).ShouldBeNull();
    }

    [Theory, OnSqlite]
    public async Task The_silent_table_stores_reminders_and_delivers_none(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var store = await database.OpenAsync();
        var table = new ReminderTable(store.Rows, store.Rows);
        var silent = new SilentReminderTable(table);
        var entry = Entry("source/kudago", "keep-alive");

        var etag = await silent.UpsertRow(entry);

        (await silent.ReadRow(entry.GrainId, "keep-alive"))!.ETag.ShouldBe(etag);
        (await silent.ReadRows(entry.GrainId)).Reminders.ShouldHaveSingleItem();
        (await silent.ReadRows(0, 0)).Reminders.ShouldBeEmpty();
        (await table.ReadRows(0, 0)).Reminders.ShouldHaveSingleItem();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Only_the_newest_etag_removes_a_reminder(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var store = await database.OpenAsync();
        var table = new ReminderTable(store.Rows, store.Rows);
        var entry = Entry("a", "r");
        var first = (await table.UpsertRow(entry))!;
        entry.Period = TimeSpan.FromHours(1);
        var second = (await table.UpsertRow(entry))!;

        second.ShouldNotBe(first);
        (await table.RemoveRow(entry.GrainId, "r", first)).ShouldBeFalse();
        (await table.ReadRows(entry.GrainId)).Reminders.ShouldHaveSingleItem().Period.ShouldBe(TimeSpan.FromHours(1));
        (await table.RemoveRow(entry.GrainId, "r", second)).ShouldBeTrue();
        (await table.RemoveRow(entry.GrainId, "r", second)).ShouldBeFalse();
        (await table.ReadRows(entry.GrainId)).Reminders.ShouldBeEmpty();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_range_excludes_its_begin_includes_its_end_and_wraps_around_zero(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var store = await database.OpenAsync();
        var table = new ReminderTable(store.Rows, store.Rows);
        var entries = Enumerable.Range(0, 40).Select(i => Entry($"grain-{i}", "r")).OrderBy(e => e.GrainId.GetUniformHashCode()).ToList();
        await Task.WhenAll(entries.Select(table.UpsertRow));
        var (low, high) = (entries[10].GrainId.GetUniformHashCode(), entries[30].GrainId.GetUniformHashCode());

        (await NamesAsync(table, low, high)).ShouldBe(Names(entries[11..31]));
        (await NamesAsync(table, high, low)).ShouldBe(Names([.. entries[31..], .. entries[..11]]));
        (await NamesAsync(table, low, low)).ShouldBe(Names(entries));
        (await NamesAsync(table, 0, 0)).ShouldBe(Names(entries));
        await table.TestOnlyClearTable();
        (await NamesAsync(table, 0, 0)).ShouldBeEmpty();
    }

    private static async Task<string[]> NamesAsync(ReminderTable table, uint begin, uint end) => Names((await table.ReadRows(begin, end)).Reminders);

    private static string[] Names(IEnumerable<ReminderEntry> entries) => [.. entries.Select(e => e.GrainId.ToString()).Order(StringComparer.Ordinal)];

    private static ReminderEntry Entry(string key, string name) => new()
    {
        GrainId = GrainId.Create("source", key),
        ReminderName = name,
        StartAt = s_start,
        Period = TimeSpan.FromMinutes(1),
    };
}
