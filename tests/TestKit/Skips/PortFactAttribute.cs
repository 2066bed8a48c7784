namespace Actors.TestKit;

/// <summary>A fact that needs a certain port. Skipped if the port is taken.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PortFactAttribute : FactAttribute
{
    /// <summary>Checks whether <paramref name="port"/> is free on 127.0.0.1.</summary>
    public PortFactAttribute(int port)
    {
        Port = port;
        Skip = FreePort.IsFree(port) ? null : $"needs port {port}, on which another program listens";
    }

    /// <summary>The port.</summary>
    public int Port { get; }
}
