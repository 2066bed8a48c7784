using Actors.Core.Administration;
using Actors.Persistence.Outbox;
using Actors.Persistence;

namespace Actors.Administration.Audit;

/// <summary>Brings lines to the chain: at once, or from the outbox.</summary>
internal sealed class AuditLog(IGrainFactory grains) : IAuditLog, IOutboxHandler
{
    public string Topic => AuditMessages.Topic;

    // A client that goes away does not take its line back.
    public Task WriteAsync(AuditLine line, CancellationToken cancellationToken) =>
        grains.GetAuditChain().Append(line.Checked()).WaitAsync(cancellationToken);

    public Task HandleAsync(OutboxMessage message, CancellationToken cancellationToken) => WriteAsync(AuditMessages.Read(message), cancellationToken);
}
