using Actors.Persistence;

namespace Actors.Administration.Audit;

/// <summary>Reads and writes the rows of the audit log. Only the chain's grain writes.</summary>
internal sealed class AuditStore(IRowStore rows, IDatabase database)
{
    /// <summary>The key of the single chain.</summary>
    private const string Chain = "0";

    private const string Columns = "number, at, operation, user_id, action, object_type, object_id, details, request_id, previous, hash";

    private static readonly RowKind<ChainHead> s_heads = new("audit_chain", StoredJson.TypeInfo<ChainHead>());

    private static readonly ChildKind<ChainedLine> s_lines = new("audit_lines", ["number"],
        new("number", ColumnType.Integer, l => l.Number),
        new("at", ColumnType.Integer, l => l.At),
        new("operation", ColumnType.Text, l => l.Operation),
        new("user_id", ColumnType.Integer, l => l.UserId),
        new("action", ColumnType.Text, l => l.Action),
        new("object_type", ColumnType.Text, l => l.ObjectType),
        new("object_id", ColumnType.Text, l => l.ObjectId),
        new("details", ColumnType.Text, l => l.Details),
        new("request_id", ColumnType.Text, l => l.RequestId),
        new("previous", ColumnType.Text, l => l.Previous),
        new("hash", ColumnType.Text, l => l.Hash));

    /// <summary>The stored head with its version; null before the first line.</summary>
    public Task<StoredRow<ChainHead>?> HeadAsync(CancellationToken cancellationToken = default) => rows.ReadAsync(s_heads, Chain, cancellationToken);

    /// <summary>Stores lines and the new head together. The version of the head detects a second writer.</summary>
    public Task CommitAsync(IReadOnlyList<ChainedLine> lines, long? version)
    {
        var set = new WriteSet().Put(s_heads, Chain, lines[^1].Head, version);
        foreach (var line in lines) set.Upsert(s_lines, line);
        return rows.CommitAsync(set);
    }

    /// <summary>The given operations that already have a line.</summary>
    public Task<IReadOnlyList<string>> KnownAsync(IReadOnlyCollection<string> operations) =>
        database.QueryAsync<string>("SELECT operation FROM audit_lines WHERE operation IN @operations", new { operations });

    /// <summary>The hash of a line; null if it does not exist.</summary>
    public async Task<string?> HashAsync(long number, CancellationToken cancellationToken) =>
        (await database.QueryAsync<string>("SELECT hash FROM audit_lines WHERE number = @number", new { number }, cancellationToken)).SingleOrDefault();

    /// <summary>The lines after a number, in order.</summary>
    public Task<IReadOnlyList<ChainedLine>> AfterAsync(long number, int limit, CancellationToken cancellationToken) => database.QueryAsync<ChainedLine>(
        $"SELECT {Columns} FROM audit_lines WHERE number > @number ORDER BY number LIMIT @limit", new { number, limit }, cancellationToken);

    /// <summary>One page of the matching lines, newest first, and their total count.</summary>
    public async Task<(IReadOnlyList<ChainedLine> Page, long Total)> FindAsync(AuditFilter filter, CancellationToken cancellationToken)
    {
        var total = await database.QueryAsync<long>($"SELECT COUNT(*) FROM audit_lines{filter.Where}", filter, cancellationToken);
        var page = await database.QueryAsync<ChainedLine>(
            $"SELECT {Columns} FROM audit_lines{filter.Where} ORDER BY number DESC LIMIT @Limit OFFSET @Offset", filter, cancellationToken);
        return (page, total[0]);
    }
}

/// <summary>Conditions on lines; null means any.</summary>
internal sealed record AuditFilter(
    long? UserId, string? Action, string? ObjectType, string? ObjectId, string? RequestId, DateTimeOffset? Start, DateTimeOffset? Before, int Limit, long Offset)
{
    /// <summary>The SQL WHERE clause; the members are its parameters.</summary>
    public string Where
    {
        get
        {
            (bool Filters, string Condition)[] all =
            [
                (UserId is not null, "user_id = @UserId"),
                (Action is not null, "action = @Action"),
                (ObjectType is not null, "object_type = @ObjectType"),
                (ObjectId is not null, "object_id = @ObjectId"),
                (RequestId is not null, "request_id = @RequestId"),
                (Start is not null, "at >= @Start"),
                (Before is not null, "at < @Before"),
            ];
            var conditions = string.Join(" AND ", all.Where(c => c.Filters).Select(c => c.Condition));
            return conditions.Length == 0 ? "" : $" WHERE {conditions}";
        }
    }
}
