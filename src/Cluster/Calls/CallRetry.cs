using Orleans.Concurrency;

namespace Actors.Cluster.Calls;

/// <summary>
/// Sends a call once more that a dying silo did not take. A rejected call never ran, so it is always sent again; one that was under way
/// when its silo was lost may have run, so it is sent again only when it changes nothing (<c>[ReadOnly]</c>). Whatever fails twice is
/// the caller's: over HTTP it becomes 503 with <c>Retry-After</c>.
/// </summary>
internal sealed class CallRetry(MembershipChange members) : IOutgoingGrainCallFilter
{
    /// <inheritdoc/>
    public Task Invoke(IOutgoingGrainCallContext context)
    {
        var first = context.Invoke();
        return first.IsCompletedSuccessfully && context.Response?.Exception is null ? first : SettleAsync(context, first);
    }

    private async Task SettleAsync(IOutgoingGrainCallContext context, Task first)
    {
        var seen = members.Version;
        try
        {
            await first;
            if (!MayRetry(context, context.Response?.Exception)) return;
        }
        catch (Exception failure) when (MayRetry(context, failure))
        {
            // Sent again below.
        }

        await members.AfterAsync(seen);
        await context.Invoke();
    }

    private static bool MayRetry(IOutgoingGrainCallContext context, Exception? failure) => failure switch
    {
        SiloUnavailableException => context.InterfaceMethod.IsDefined(typeof(ReadOnlyAttribute), inherit: true),
        OrleansMessageRejectionException => true,
        _ => false,
    };
}
