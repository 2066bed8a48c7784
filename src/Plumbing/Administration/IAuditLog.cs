using System.Text.Json;
using Actors.Plumbing.Identity;
using Actors.Plumbing.Storage;

namespace Actors.Plumbing.Administration;

/// <summary>Writes lines to the audit log. Administration implements it.</summary>
public interface IAuditLog
{
    /// <summary>
    /// Writes a line and returns when it is durable. For events that store nothing themselves, such as a failed sign-in. An action that is
    /// stored gives its line to <see cref="AuditMessages.Audit"/> instead, so that action and line are one commit.
    /// </summary>
    /// <exception cref="StoreUnavailableException">The line was not stored, or nobody knows whether it was.</exception>
    Task WriteAsync(AuditLine line, CancellationToken cancellationToken = default);
}

/// <summary>Notes that a caller was refused for want of a permission. Administration implements it.</summary>
public interface IDenialLog
{
    /// <summary>Writes an audit line about the request before its 403 is sent.</summary>
    Task WriteAsync(HttpContext context, Caller caller);
}

/// <summary>Audit lines as outbox messages.</summary>
public static class AuditMessages
{
    /// <summary>The outbox topic.</summary>
    public const string Topic = "audit";

    /// <summary>Commits the line together with the action: it reaches the audit log afterwards, once, whatever happens in between.</summary>
    public static WriteSet Audit(this WriteSet set, AuditLine line)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(line);
        var document = JsonSerializer.Serialize(line.Checked(), StoredJson.TypeInfo<AuditLine>());
        return set.Enqueue(new OutboxMessage($"{Topic}/{line.Operation}", Topic, document, line.At));
    }

    /// <summary>The line of a message.</summary>
    public static AuditLine Read(OutboxMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        return JsonSerializer.Deserialize(message.Document, StoredJson.TypeInfo<AuditLine>())!;
    }
}
