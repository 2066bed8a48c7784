namespace Actors.Core.Health;

/// <summary>How well the service does, worst last.</summary>
public enum HealthState
{
    /// <summary>Everything works: 200.</summary>
    Ok,

    /// <summary>Some answers are missing or old: 503.</summary>
    Degraded,

    /// <summary>Nothing useful can be answered: 503.</summary>
    Unhealthy,
}
