namespace Orleans.Calls;

/// <summary>The filters of one grain class: those of the host, then the grain itself when it is one.</summary>
internal sealed class CallFilters(IReadOnlyList<IIncomingGrainCallFilter> filters)
{
    public bool Applies(object grain) => filters.Count > 0 || grain is IIncomingGrainCallFilter;

    public Task Invoke(Request request, object grain)
    {
        IIncomingGrainCallFilter[] all = grain is IIncomingGrainCallFilter own ? [.. filters, own] : [.. filters];
        return request.Wrap(new FilteredCall(request, grain, all));
    }
}
