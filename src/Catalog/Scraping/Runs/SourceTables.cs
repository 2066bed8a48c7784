using System.Text.Json;
using Actors.Catalog.Events.Ingest;
using Actors.Catalog.Scraping.Sources;
using Actors.Persistence;

namespace Actors.Catalog.Scraping.Runs;

/// <summary>The tables of sources and their runs.</summary>
internal static class SourceTables
{
    public static readonly RowKind<SourceState> Sources = new("sources", StoredJson.TypeInfo<SourceState>(),
        new("running", ColumnType.Boolean, s => s.Running),
        new("started_at", ColumnType.Integer, s => s.StartedAt),
        new("finished_at", ColumnType.Integer, s => s.FinishedAt));

    public static readonly ChildKind<(string Source, long Run, SourcePage Page)> Pages = new("source_pages", ["source", "run", "url"],
        new("source", ColumnType.Text, r => r.Source),
        new("run", ColumnType.Integer, r => r.Run),
        new("url", ColumnType.Text, r => r.Page.Url),
        new("position", ColumnType.Integer, r => r.Page.Position),
        new("is_list", ColumnType.Boolean, r => r.Page.IsList),
        new("attempts", ColumnType.Integer, r => r.Page.Attempts),
        new("done", ColumnType.Boolean, r => r.Page.Done));

    public static readonly ChildKind<(string Source, long Run, SourceItem Item)> Items = new("source_items", ["source", "run", "uuid"],
        new("source", ColumnType.Text, r => r.Source),
        new("run", ColumnType.Integer, r => r.Run),
        new("uuid", ColumnType.Text, r => r.Item.Event.Uuid),
        new("position", ColumnType.Integer, r => r.Item.Position),
        new("item_key", ColumnType.Text, r => r.Item.Key),
        new("stage", ColumnType.Integer, r => r.Item.Stage),
        new("batch", ColumnType.Integer, r => r.Item.Batch),
        new("status_code", ColumnType.Integer, r => r.Item.StatusCode),
        new("detail", ColumnType.Text, r => r.Item.Detail),
        new("page", ColumnType.Text, r => r.Item.Page?.Url),
        new("page_is_list", ColumnType.Boolean, r => r.Item.Page?.IsList),
        new("document", ColumnType.Text, r => JsonSerializer.Serialize(r.Item.Event, StoredJson.TypeInfo<EventInput>())));

    public static readonly ChildKind<(string Source, DeadLetter Letter)> DeadLetters = new("dead_letters", ["source", "item_key"],
        new("source", ColumnType.Text, r => r.Source),
        new("item_key", ColumnType.Text, r => r.Letter.Key),
        new("reason", ColumnType.Text, r => r.Letter.Reason),
        new("detail", ColumnType.Text, r => r.Letter.Detail),
        new("attempts", ColumnType.Integer, r => r.Letter.Attempts),
        new("last_seen", ColumnType.Integer, r => r.Letter.LastSeen),
        new("next_try", ColumnType.Integer, r => r.Letter.NextTry),
        new("page", ColumnType.Text, r => r.Letter.Page?.Url),
        new("page_is_list", ColumnType.Boolean, r => r.Letter.Page?.IsList));

    public static readonly ChildKind<(string Source, RawPayload Payload)> Payloads = new("raw_payloads", ["source", "hash"],
        new("source", ColumnType.Text, r => r.Source),
        new("hash", ColumnType.Text, r => r.Payload.Hash),
        new("url", ColumnType.Text, r => r.Payload.Url),
        new("fetched_at", ColumnType.Integer, r => r.Payload.FetchedAt),
        new("body", ColumnType.Bytes, r => r.Payload.Body));

    public static readonly ChildKind<(string Source, PayloadItem Item)> PayloadItems = new("payload_items", ["source", "item", "hash"],
        new("source", ColumnType.Text, r => r.Source),
        new("item", ColumnType.Text, r => r.Item.Item),
        new("hash", ColumnType.Text, r => r.Item.Hash),
        new("seen_at", ColumnType.Integer, r => r.Item.SeenAt));
}
