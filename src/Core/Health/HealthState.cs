namespace Actors.Core.Health;

/// <summary>Service health, ordered from best to worst.</summary>
public enum HealthState
{
    /// <summary>Everything works: 200.</summary>
    Ok,

    /// <summary>Some responses are missing or out of date: 503.</summary>
    Degraded,

    /// <summary>The service cannot answer: 503.</summary>
    Unhealthy,
}
