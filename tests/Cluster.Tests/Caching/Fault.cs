namespace Actors.Cluster.Tests.Caching;

/// <summary>How a server, or the way to it, misbehaves.</summary>
public enum Fault
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>Everything comes two seconds late.</summary>
    Latency,

    /// <summary>Connections are reset as soon as anything is said.</summary>
    Reset,

    /// <summary>Connections stay open and nothing arrives.</summary>
    HalfOpen,

    /// <summary>What is asked for is done, and the answer gets lost.</summary>
    LostAnswers,

    /// <summary>Answers come byte by byte.</summary>
    SlowBody,

    /// <summary>Answers end in the middle.</summary>
    WrongLength,

    /// <summary>Answers are other bytes.</summary>
    Garbage,

    /// <summary>Connections are closed as soon as they are made.</summary>
    Closed,

    /// <summary>The port is closed.</summary>
    Refused,
}
