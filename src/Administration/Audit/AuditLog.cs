using Actors.Core.Administration;
using Actors.Persistence.Outbox;
using Actors.Persistence;

namespace Actors.Administration.Audit;

/// <summary>Appends lines to the chain, directly or from the outbox.</summary>
internal sealed class AuditLog(IGrainFactory grains) : IAuditLog, IOutboxHandler
{
    public string Topic => AuditMessages.Topic;

    // Cancellation only ends the wait; the line is still appended.
    public Task WriteAsync(AuditLine line, CancellationToken cancellationToken) =>
        grains.GetAuditChain().Append(line.Checked()).WaitAsync(cancellationToken);

    public Task HandleAsync(OutboxMessage message, CancellationToken cancellationToken) => WriteAsync(AuditMessages.Read(message), cancellationToken);
}
