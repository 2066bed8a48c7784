using System.Collections.Concurrent;
using Actors.Core.Administration;

namespace Actors.Accounts.Tests.Kit;

/// <summary>An audit log in memory.</summary>
internal sealed class RecordedAudit : IAuditLog
{
    public ConcurrentQueue<AuditLine> Lines { get; } = new();

    public Task WriteAsync(AuditLine line, CancellationToken cancellationToken)
    {
        Lines.Enqueue(line);
        return Task.CompletedTask;
    }
}
