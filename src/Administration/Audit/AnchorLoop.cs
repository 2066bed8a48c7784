using Microsoft.Extensions.Logging;

namespace Actors.Administration.Audit;

/// <summary>
/// Anchors the head on this silo even if another silo writes the chain. It also writes the head to the program's log every hour: a log that is
/// collected on another machine is an anchor that this machine cannot change.
/// </summary>
internal sealed partial class AnchorLoop(IGrainFactory grains, AnchorFile anchorFile, TimeProvider timeProvider, ILogger<AnchorLoop> logger)
    : SiloLoop(anchorFile.IsExact ? ReportInterval : PollInterval, timeProvider, logger)
{
    /// <summary>The longest delay until other silos anchor a new head.</summary>
    public static readonly TimeSpan PollInterval = TimeSpan.FromSeconds(10);

    /// <summary>How often the head is written to the log.</summary>
    public static readonly TimeSpan ReportInterval = TimeSpan.FromHours(1);

    private readonly TimeProvider _timeProvider = timeProvider;
    private ChainHead _reported = ChainHead.Empty;
    private DateTimeOffset _reportedAt;

    internal override async Task TickAsync(CancellationToken cancellationToken)
    {
        var head = await grains.GetAuditChain().Head().WaitAsync(cancellationToken);
        if (!anchorFile.IsExact && await anchorFile.CompareAsync(head, cancellationToken) is { } mismatch) LogMismatch(mismatch);
        var now = _timeProvider.GetUtcNow();
        if (head == _reported || (now - _reportedAt).Duration() < ReportInterval) return;
        (_reported, _reportedAt) = (head, now);
        LogHead(head);
    }
}
