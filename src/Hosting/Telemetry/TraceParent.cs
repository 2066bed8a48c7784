using System.Diagnostics;

namespace Actors.Hosting.Telemetry;

/// <summary>
/// The span that a grain call belongs to. It travels in the request context, because nothing else of a caller reaches a grain, on this machine or
/// on another.
/// </summary>
internal static class TraceParent
{
    private const string Key = "traceparent";

    public static ActivityContext Current =>
        RequestContext.Get(Key) is string id && ActivityContext.TryParse(id, null, isRemote: true, out var parent) ? parent : default;

    /// <summary>Calls from here on belong to this span.</summary>
    public static void Set(Activity span) => RequestContext.Set(Key, span.Id!);
}
