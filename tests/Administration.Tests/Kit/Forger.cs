using System.Text.Json;
using Actors.Administration.Audit;
using Actors.Persistence;

namespace Actors.Administration.Tests.Kit;

/// <summary>An attacker who can write to every table and compute hashes.</summary>
internal sealed class Forger(IDatabase database)
{
    private const string Columns = "number, at, operation, user_id, action, object_type, object_id, details, request_id, previous, hash";

    public Task<IReadOnlyList<ChainedLine>> LinesAsync() => database.QueryAsync<ChainedLine>($"SELECT {Columns} FROM audit_lines ORDER BY number");

    /// <summary>Replaces the lines without recomputing hashes.</summary>
    public async Task StoreAsync(IEnumerable<ChainedLine> lines)
    {
        await database.ExecuteAsync("DELETE FROM audit_lines");
        foreach (var line in lines)
        {
            await database.ExecuteAsync(
                $"INSERT INTO audit_lines ({Columns}) VALUES (@Number, @At, @Operation, @UserId, @Action, @ObjectType, @ObjectId, @Details, @RequestId, @Previous, @Hash)", line);
        }
    }

    /// <summary>Replaces the chain with a consistent one: numbers, hashes and the stored head.</summary>
    public async Task ForgeAsync(IEnumerable<ChainedLine> lines)
    {
        var head = ChainHead.Empty;
        var forged = new List<ChainedLine>();
        foreach (var line in lines)
        {
            var next = line with { Number = head.Number + 1, Previous = head.Hash };
            forged.Add(next with { Hash = next.ComputeHash() });
            head = forged[^1].Head;
        }

        await StoreAsync(forged);
        await SetHeadAsync(head);
    }

    public Task SetHeadAsync(ChainHead head) =>
        database.ExecuteAsync("UPDATE audit_chain SET document = @document", new { document = JsonSerializer.Serialize(head, StoredJson.Options) });

    public static ChainedLine Invented(string operation = "invented") =>
        new() { Operation = operation, Action = "payment.confirmed", ObjectType = "payment", ObjectId = "1", UserId = 1 };
}
