using System.Text.Json;
using Actors.Core.Administration;

namespace Actors.Persistence.Outbox;

/// <summary>Audit lines as outbox messages.</summary>
public static class AuditMessages
{
    /// <summary>The outbox topic.</summary>
    public const string Topic = "audit";

    /// <summary>Commits the line with the action; the outbox then writes it to the audit log exactly once.</summary>
    public static WriteSet Audit(this WriteSet set, AuditLine line)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(line);
        var document = JsonSerializer.Serialize(line.Checked(), StoredJson.TypeInfo<AuditLine>());
        return set.Enqueue(new OutboxMessage($"{Topic}/{line.Operation}", Topic, document, line.At));
    }

    /// <summary>Reads the line of a message.</summary>
    public static AuditLine Read(OutboxMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        return JsonSerializer.Deserialize(message.Document, StoredJson.TypeInfo<AuditLine>())!;
    }
}
