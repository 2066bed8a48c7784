using Polly;

namespace Actors.Outbound;

/// <summary>
/// A circuit breaker for each host and port. At most <see cref="MaxHosts"/> hosts are remembered; the least recently used one is evicted.
/// </summary>
internal sealed class Breakers(Func<ResiliencePipeline<Hop>> create)
{
    public const int MaxHosts = 1024;

    private readonly Lock _sync = new();
    private readonly Dictionary<string, LinkedListNode<Entry>> _byHost = new(StringComparer.OrdinalIgnoreCase);
    private readonly LinkedList<Entry> _recent = new();

    public int Count
    {
        get
        {
            lock (_sync)
            {
                return _byHost.Count;
            }
        }
    }

    public ResiliencePipeline<Hop> Of(string host)
    {
        lock (_sync)
        {
            if (_byHost.TryGetValue(host, out var known))
            {
                _recent.Remove(known);
                _recent.AddFirst(known);
                return known.Value.Breaker;
            }

            return Add(host);
        }
    }

    private ResiliencePipeline<Hop> Add(string host)
    {
        if (_byHost.Count == MaxHosts)
        {
            _byHost.Remove(_recent.Last!.Value.Host);
            _recent.RemoveLast();
        }

        var breaker = create();
        _byHost[host] = _recent.AddFirst(new Entry(host, breaker));
        return breaker;
    }

    private sealed record Entry(string Host, ResiliencePipeline<Hop> Breaker);
}
