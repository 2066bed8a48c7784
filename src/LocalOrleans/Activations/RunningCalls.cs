using Orleans.Calls;

namespace Orleans.Activations;

/// <summary>Which calls run on an activation, and so which may start: one at a time, unless they may interleave.</summary>
internal struct RunningCalls
{
    private int _all;
    private int _readers;
    private bool _exclusive;

    public readonly bool Any => _all > 0;

    /// <summary>Whether a call runs beside which only interleaving ones may start.</summary>
    public readonly bool ExcludesOthers => _exclusive;

    public readonly bool MayStart(MethodTraits method, bool reentrant) =>
        reentrant || method.AlwaysInterleave || (!_exclusive && (_readers == 0 || method.ReadOnly));

    public void Start(MethodTraits method, bool reentrant)
    {
        _all++;
        if (reentrant || method.AlwaysInterleave)
        {
            return;
        }

        if (method.ReadOnly)
        {
            _readers++;
        }
        else
        {
            _exclusive = true;
        }
    }

    public void End(MethodTraits method, bool reentrant)
    {
        _all--;
        if (reentrant || method.AlwaysInterleave)
        {
            return;
        }

        if (method.ReadOnly)
        {
            _readers--;
        }
        else
        {
            _exclusive = false;
        }
    }
}
