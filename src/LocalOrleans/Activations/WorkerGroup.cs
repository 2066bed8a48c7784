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

    /// <summary>
    /// Gives a request to an idle worker, else to a new one while there may be more, else to the least busy. Under one
    /// lock, so that two requests do not both find the same worker idle.
    /// </summary>
    public Admission Offer(StatelessWorkerClass workers, IdSpan key, Request request, out Activation? worker)
    {
        lock (_gate)
        {
            worker = _closed ? null : _members.MinBy(each => each.Load);
            if (!_closed && (worker is null || (worker.Load > 0 && _members.Count < most)))
            {
                worker = new Activation(workers, key, this);
                _members.Add(worker);
                worker.Start(inline: false, request);
            }

            return worker?.Enqueue(request) ?? Admission.Gone;
        }
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
