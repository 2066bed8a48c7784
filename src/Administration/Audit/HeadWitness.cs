using Microsoft.Extensions.Logging;

namespace Actors.Administration.Audit;

/// <summary>
/// In a cluster, anchors the head on this silo too, whichever silo writes the chain. Every hour it also writes the head to the program's log: a log
/// that is collected on another machine is an anchor that cannot be changed from this one.
/// </summary>
internal sealed partial class HeadWitness(IGrainFactory grains, AnchorKeeper keeper, TimeProvider timeProvider, ILogger<HeadWitness> logger)
    : SiloLoop(keeper.IsExact ? BetweenReports : BetweenLooks, timeProvider, logger)
{
    /// <summary>How late a silo that does not write the chain anchors its head.</summary>
    public static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(10);

    /// <summary>How often the head is written to the log.</summary>
    public static readonly TimeSpan BetweenReports = TimeSpan.FromHours(1);

    private readonly TimeProvider _timeProvider = timeProvider;
    private ChainHead _reported = ChainHead.Empty;
    private DateTimeOffset _reportedAt;

    internal override async Task TickAsync(CancellationToken cancellationToken)
    {
        var head = await grains.GetAuditChain().Head().WaitAsync(cancellationToken);
        if (!keeper.IsExact && await keeper.MeetAsync(head, cancellationToken) is { } mismatch) LogMismatch(mismatch);
        var now = _timeProvider.GetUtcNow();
        if (head == _reported || (now - _reportedAt).Duration() < BetweenReports) return;
        (_reported, _reportedAt) = (head, now);
        LogHead(head);
    }
}
