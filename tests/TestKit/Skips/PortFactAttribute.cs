namespace Actors.TestKit;

/// <summary>A fact that must have one certain port, and is skipped with the reason where somebody else listens on it.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PortFactAttribute : FactAttribute
{
    /// <summary>Looks whether <paramref name="port"/> is free on 127.0.0.1.</summary>
    public PortFactAttribute(int port)
    {
        Port = port;
        Skip = FreePort.IsFree(port) ? null : $"needs port {port}, on which another program listens";
    }

    /// <summary>The port.</summary>
    public int Port { get; }
}
