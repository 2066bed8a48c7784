using Actors.Core.Administration;
using Actors.Grains.Calls;
using Orleans.Concurrency;

namespace Actors.Administration.Audit;

/// <summary>The only writer of the audit log. Key: 0.</summary>
[Alias("administration.IAuditChainGrain")]
internal interface IAuditChainGrain : IGrainWithIntegerKey
{
    /// <summary>Appends a line and returns when it is durable. A line whose operation is already in the chain is not appended again.</summary>
    [Alias("Append"), AlwaysInterleave, Repeatable(Repeat.Always)]
    Task Append(AuditLine line);

    /// <summary>The current head.</summary>
    [Alias("Head"), AlwaysInterleave, ReadOnly]
    Task<ChainHead> Head();
}

/// <summary>Gets the grain.</summary>
internal static class AuditChainGrains
{
    public static IAuditChainGrain GetAuditChain(this IGrainFactory grains) => grains.GetGrain<IAuditChainGrain>(0);
}
