using System.Globalization;
using Orleans.Activations;

namespace Orleans.Calls;

/// <summary>
/// The calls that wait for an answer, in linked lists that are looked through a few times a second: no timer per call.
/// </summary>
internal sealed class PendingCalls : IDisposable
{
    private static readonly TimeSpan Resolution = TimeSpan.FromMilliseconds(250);

    private readonly TimeProvider _clock;
    private readonly RuntimeMetrics _metrics;
    private readonly bool _cancelOnTimeout;
    private readonly Shard[] _shards;
    private readonly ITimer _timer;

    public PendingCalls(TimeProvider clock, RuntimeMetrics metrics, bool cancelOnTimeout)
    {
        _clock = clock;
        _metrics = metrics;
        _cancelOnTimeout = cancelOnTimeout;
        _shards = [.. Enumerable.Range(0, Environment.ProcessorCount * 2).Select(_ => new Shard())];
        _timer = clock.CreateTimer(static state => ((PendingCalls)state!).Sweep(), this, Resolution, Resolution);
    }

    public void Add(Pending pending, TimeSpan timeout)
    {
        pending.Timeout = timeout;
        pending.Deadline = _clock.GetTimestamp() + (long)(timeout.TotalSeconds * _clock.TimestampFrequency);
        ShardOf(pending).Add(pending);
    }

    public void Remove(Pending pending) => ShardOf(pending).Remove(pending);

    public void Dispose() => _timer.Dispose();

    private Shard ShardOf(Pending pending) => _shards[(uint)pending.Request.Id % (uint)_shards.Length];

    private void Sweep()
    {
        var now = _clock.GetTimestamp();
        foreach (var shard in _shards)
        {
            for (var late = shard.TakeLate(now); late is not null; late = late.Next)
            {
                Expire(late);
            }
        }
    }

    private void Expire(Pending pending)
    {
        var request = pending.Request;
        var call = $"{request.GetInterfaceName()}.{request.GetMethodName()}";
        if (pending.Fail(new TimeoutException(string.Create(
            CultureInfo.InvariantCulture, $"Response did not arrive on time in {pending.Timeout} for message: {call} to {request.Target?.Class.GrainType.ToString() ?? "a grain"}."))))
        {
            _metrics.TimedOut();
            if (_cancelOnTimeout)
            {
                request.Cancellation?.Cancel();
            }
        }
    }

    private sealed class Shard
    {
        private readonly Lock _gate = new();
        private Pending? _first;

        public void Add(Pending pending)
        {
            lock (_gate)
            {
                pending.Next = _first;
                _first?.Previous = pending;
                _first = pending;
            }
        }

        public void Remove(Pending pending)
        {
            lock (_gate)
            {
                Unlink(pending);
            }
        }

        /// <summary>Unlinks what is late and returns it as a list of its own.</summary>
        public Pending? TakeLate(long now)
        {
            Pending? late = null;
            lock (_gate)
            {
                for (var each = _first; each is not null;)
                {
                    var next = each.Next;
                    if (each.Deadline <= now)
                    {
                        Unlink(each);
                        each.Next = late;
                        late = each;
                    }

                    each = next;
                }
            }

            return late;
        }

        private void Unlink(Pending pending)
        {
            if (pending.Previous is null && !ReferenceEquals(_first, pending))
            {
                return;
            }

            if (ReferenceEquals(_first, pending))
            {
                _first = pending.Next;
            }
            else
            {
                pending.Previous!.Next = pending.Next;
            }

            pending.Next?.Previous = pending.Previous;
            pending.Previous = null;
            pending.Next = null;
        }
    }
}
