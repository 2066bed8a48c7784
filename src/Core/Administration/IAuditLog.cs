namespace Actors.Core.Administration;

/// <summary>Writes lines to the audit log. Administration implements it.</summary>
public interface IAuditLog
{
    /// <summary>
    /// Writes a line and returns when it is durable. For events that store nothing themselves, such as a failed sign-in. An action that is
    /// stored adds its line to its write set instead (<c>WriteSet.Audit</c>), so that action and line are one commit.
    /// </summary>
    Task WriteAsync(AuditLine line, CancellationToken cancellationToken = default);
}
