namespace Orleans.Activations;

/// <summary>How an activation lives: its state and its use.</summary>
internal sealed partial class Activation
{
    private ActivationState _state;
    private bool _ending;
    private long _usedAt;

    public void DelayDeactivation(TimeSpan span)
    {
        lock (Gate)
        {
            Parts.KeepUntil = span == TimeSpan.MaxValue || span == Timeout.InfiniteTimeSpan
                ? long.MaxValue
                : Runtime.Collector.Now + (long)span.TotalMilliseconds;
        }
    }

    /// <summary>Counts as use, like a call.</summary>
    public void Touch() => _usedAt = Runtime.Collector.Now;

    /// <summary>Ends the activation when nobody has used it for its class's age limit.</summary>
    public bool CollectIfIdle(long now)
    {
        lock (Gate)
        {
            if (_state != ActivationState.Valid || _running.Any || !IsQuiet || _parts?.KeepUntil > now)
            {
                return false;
            }

            Trim();
            _waiting = null;
            if (now - _usedAt < Class.AgeLimit)
            {
                return false;
            }

            Deactivate(new(DeactivationReasonCode.ActivationIdle, "The activation was idle."));
            return true;
        }
    }
}
