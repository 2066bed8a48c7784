using Orleans.Calls;
using Orleans.Runtime;

namespace Orleans.Activations;

/// <summary>The workers of one id.</summary>
internal sealed class WorkerGroup(int most)
{
    private readonly Lock _gate = new();
    private readonly List<Activation> _members = [];
    private bool _closed;

    public IReadOnlyList<Activation> Members
    {
        get
        {
            lock (_gate)
            {
                return [.. _members];
            }
        }
    }

    /// <summary>An idle worker, else a new one while there may be more, else the least busy; null when the group has closed.</summary>
    public Activation? Choose(StatelessWorkerClass workers, IdSpan key, Request cause)
    {
        Activation made;
        lock (_gate)
        {
            if (_closed)
            {
                return null;
            }

            var least = _members.MinBy(worker => worker.Load);
            if (least is not null && (least.Load == 0 || _members.Count >= most))
            {
                return least;
            }

            made = new Activation(workers, key, this);
            _members.Add(made);
        }

        made.Start(inline: false, cause);
        return made;
    }

    /// <summary>Drops a worker; true when it was the last, which closes the group.</summary>
    public bool Remove(Activation worker)
    {
        lock (_gate)
        {
            _members.Remove(worker);
            return _closed = _members.Count == 0;
        }
    }
}
