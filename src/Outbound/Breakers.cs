using Polly;

namespace Actors.Outbound;

/// <summary>A breaker per host and port. Only so many hosts are remembered: the one not asked for longest is forgotten first.</summary>
internal sealed class Breakers(Func<ResiliencePipeline<Hop>> create)
{
    public const int MaxHosts = 1024;

    private readonly Lock sync = new();
    private readonly Dictionary<string, LinkedListNode<Entry>> byHost = new(StringComparer.OrdinalIgnoreCase);
    private readonly LinkedList<Entry> recent = new();

    public int Count
    {
        get
        {
            lock (sync)
            {
                return byHost.Count;
            }
        }
    }

    public ResiliencePipeline<Hop> Of(string host)
    {
        lock (sync)
        {
            if (byHost.TryGetValue(host, out var known))
            {
                recent.Remove(known);
                recent.AddFirst(known);
                return known.Value.Breaker;
            }

            return Add(host);
        }
    }

    private ResiliencePipeline<Hop> Add(string host)
    {
        if (byHost.Count == MaxHosts)
        {
            byHost.Remove(recent.Last!.Value.Host);
            recent.RemoveLast();
        }

        var breaker = create();
        byHost[host] = recent.AddFirst(new Entry(host, breaker));
        return breaker;
    }

    private sealed record Entry(string Host, ResiliencePipeline<Hop> Breaker);
}
