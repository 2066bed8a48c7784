using System.Diagnostics;

namespace Actors.Hosting.Telemetry;

/// <summary>
/// A span for each grain call, the same on either runtime. It names the class and the method. Orleans' own spans are not used: they name the
/// grain, and keys of grains are e-mail addresses and networks.
/// </summary>
internal sealed class GrainTrace : IIncomingGrainCallFilter
{
    private static readonly ActivitySource s_source = new("Actors.Grains");

    public async Task Invoke(IIncomingGrainCallContext context)
    {
        var type = context.TargetContext.GrainInstance?.GetType().Name ?? context.InterfaceName;
        using var span = s_source.StartActivity($"{type}/{context.MethodName}", ActivityKind.Server, TraceParent.Current);
        if (span is not null)
        {
            span.SetTag("rpc.system", "orleans").SetTag("rpc.service", type).SetTag("rpc.method", context.MethodName);
            TraceParent.Set(span);
        }

        try
        {
            await context.Invoke();
        }
        catch (Exception failure)
        {
            // The type only: a message may name what was asked for.
            span?.SetTag("error.type", failure.GetType().Name).SetStatus(ActivityStatusCode.Error);
            throw;
        }
    }
}
