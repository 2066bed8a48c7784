using Orleans.Timers;

namespace Orleans.Activations;

/// <summary>The timers of an activation, which end with it.</summary>
internal sealed partial class Activation
{
    public void AddTimer(GrainTimer timer)
    {
        lock (Gate)
        {
            Parts.Timers.Add(timer);
        }
    }

    public void RemoveTimer(GrainTimer timer)
    {
        lock (Gate)
        {
            Parts.Timers.Remove(timer);
        }
    }

    private Task StopTimersAsync()
    {
        GrainTimer[] timers;
        lock (Gate)
        {
            timers = _parts is null ? [] : [.. _parts.Timers];
        }

        return timers.Length == 0 ? Task.CompletedTask : Task.WhenAll(timers.Select(timer => timer.StopAsync()));
    }
}
