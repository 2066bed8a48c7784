namespace Actors.Core.Administration;

/// <summary>Writes entries to the audit log. The module Administration implements it.</summary>
public interface IAuditLog
{
    /// <summary>
    /// Writes an entry and returns when it is durable. Use it for actions that store nothing, for example a failed sign-in. An action with a write
    /// set adds its entry there (<c>WriteSet.Audit</c>), so both are one commit.
    /// </summary>
    Task WriteAsync(AuditLine line, CancellationToken cancellationToken = default);
}
