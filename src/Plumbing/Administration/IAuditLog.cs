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
