using System.Collections.Immutable;
using System.Text.Json;
using Actors.Catalog.Events.Ingest;
using Actors.Catalog.Scraping.Sources;
using Actors.Persistence;

namespace Actors.Catalog.Scraping.Runs;

/// <summary>Stores sources in the rows of Persistence.</summary>
internal sealed class SourceStore(IRowStore rows, IDatabase database) : ISourceStore
{
    private const string UnusedPayloads =
        "DELETE FROM raw_payloads WHERE source = @source AND NOT EXISTS (SELECT 1 FROM payload_items i WHERE i.source = raw_payloads.source AND i.hash = raw_payloads.hash)";

    private sealed record PageRow(string Url, long Position, bool IsList, long Attempts, bool Done);

    private sealed record ItemRow(string Uuid, long Position, string ItemKey, long Stage, string? Page, bool? PageIsList, string Document);

    private sealed record FailureRow(string Uuid, long? Batch, long StatusCode, string Detail);

    private sealed record DeadLetterRow(string ItemKey, long Attempts);

    public async Task<SourceWork> LoadAsync(string source, CancellationToken cancellationToken)
    {
        var stored = await rows.ReadAsync(SourceTables.Sources, source, cancellationToken);
        var args = new { source, run = stored?.State.Run ?? 0 };
        var pages = await database.QueryAsync<PageRow>(
            "SELECT url, position, is_list, attempts, done FROM source_pages WHERE source = @source AND run = @run ORDER BY position", args, cancellationToken);
        var items = await database.QueryAsync<ItemRow>(
            "SELECT uuid, position, item_key, stage, page, page_is_list, document FROM source_items WHERE source = @source AND run = @run ORDER BY position", args, cancellationToken);
        var deadLetters = await database.QueryAsync<DeadLetterRow>("SELECT item_key, attempts FROM dead_letters WHERE source = @source", args, cancellationToken);
        var payloads = await database.QueryAsync<string>("SELECT hash FROM raw_payloads WHERE source = @source", args, cancellationToken);
        return new(
            stored?.Version, stored?.State ?? new SourceState(),
            [.. pages.Select(p => new SourcePage(p.Url, p.Position, p.IsList, p.Attempts, p.Done))],
            [.. items.Where(i => i.Stage == (long)SourceItemStage.Waiting).Select(Item)],
            [.. items.Where(i => i.Stage != (long)SourceItemStage.Waiting).Select(i => Guid.Parse(i.Uuid))],
            deadLetters.ToDictionary(l => l.ItemKey, l => l.Attempts))
        { Payloads = payloads };
    }

    public async Task<long> CommitAsync(string source, long? version, SourceState state, SourceChanges changes, CancellationToken cancellationToken)
    {
        var set = new WriteSet().Put(SourceTables.Sources, source, state, version);
        changes.Pages.ForEach(p => set.Upsert(SourceTables.Pages, (source, state.Run, p)));
        changes.Items.ForEach(i => set.Upsert(SourceTables.Items, (source, state.Run, i)));
        changes.DeadLetters.ForEach(d => set.Upsert(SourceTables.DeadLetters, (source, d)));
        changes.Payloads.ForEach(p => set.Upsert(SourceTables.Payloads, (source, p)));
        changes.PayloadItems.ForEach(i => set.Upsert(SourceTables.PayloadItems, (source, i)));
        changes.Resolved.ForEach(k => set.Remove(SourceTables.DeadLetters, (source, new DeadLetter(k, "", null, 0, default))));
        await rows.CommitAsync(set, cancellationToken);
        return (version ?? 0) + 1;
    }

    public async Task<ImmutableArray<IntakeFailure>> FailuresAsync(string source, long run, CancellationToken cancellationToken)
    {
        var failed = await database.QueryAsync<FailureRow>(
            "SELECT uuid, batch, status_code, detail FROM source_items WHERE source = @source AND run = @run AND stage = @stage ORDER BY position",
            new { source, run, stage = (long)SourceItemStage.Failed }, cancellationToken);
        return
        [
            .. failed.Where(f => f.Batch is null).Select(f => Failure([f])),
            .. failed.Where(f => f.Batch is not null).GroupBy(f => f.Batch).Select(batch => Failure([.. batch])),
        ];
    }

    public async Task SweepAsync(string source, long run, DateTimeOffset deadline, CancellationToken cancellationToken)
    {
        var args = new { source, run, before = deadline };
        await database.ExecuteAsync("DELETE FROM source_pages WHERE source = @source AND run < @run", args, cancellationToken);
        await database.ExecuteAsync("DELETE FROM source_items WHERE source = @source AND run < @run", args, cancellationToken);
        await database.ExecuteAsync("DELETE FROM dead_letters WHERE source = @source AND last_seen < @before", args, cancellationToken);
        await database.ExecuteAsync("DELETE FROM payload_items WHERE source = @source AND seen_at < @before", args, cancellationToken);
        await database.ExecuteAsync(UnusedPayloads, args, cancellationToken);
    }

    private static SourceItem Item(ItemRow row) =>
        new(row.ItemKey, row.Position, JsonSerializer.Deserialize(row.Document, StoredJson.TypeInfo<EventInput>())!)
        {
            Page = row.Page is { } url ? new(url, row.PageIsList ?? false) : null,
        };

    private static IntakeFailure Failure(ImmutableArray<FailureRow> rows) =>
        new([.. rows.Select(r => Guid.Parse(r.Uuid))], rows[0].Batch is not null, (int)rows[0].StatusCode, rows[0].Detail);
}
