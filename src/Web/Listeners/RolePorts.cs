using System.Net;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Options;

namespace Actors.Web.Listeners;

/// <summary>
/// Binds the ports of role listeners in Development, where several programs may run on one machine and start at the same moment: a port that another
/// program has is a warning, and the program runs without that listener. The server tries this factory before its own.
/// </summary>
internal sealed partial class RolePorts(ListenerPlan plan, IOptions<SocketTransportOptions> options, ILoggerFactory loggers)
    : IConnectionListenerFactory, IConnectionListenerFactorySelector
{
    private readonly SocketTransportFactory _sockets = new(options, loggers);
    private readonly ILogger _logger = loggers.CreateLogger<RolePorts>();

    public bool CanBind(EndPoint endpoint) => endpoint is IPEndPoint { Port: var port } && plan.RoleOf(port) is not (ListenerPlan.Combined or ListenerPlan.Metrics);

    public async ValueTask<IConnectionListener> BindAsync(EndPoint endpoint, CancellationToken cancellationToken = default)
    {
        var port = ((IPEndPoint)endpoint).Port;
        try
        {
            // The name localhost stands for two addresses. When one is taken, the other is left alone.
            if (plan.Roles.ContainsKey(port)) return await _sockets.BindAsync(endpoint, cancellationToken);
        }
        catch (AddressInUseException)
        {
            LogTaken(port, plan.RoleOf(port));
            plan.NoteTaken(port);
        }

        return new NoListener(endpoint);
    }

    /// <summary>Stands for a listener on a port that belongs to another program. No connection arrives.</summary>
    private sealed class NoListener(EndPoint endpoint) : IConnectionListener
    {
        private readonly TaskCompletionSource<ConnectionContext?> _end = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public EndPoint EndPoint => endpoint;

        public ValueTask<ConnectionContext?> AcceptAsync(CancellationToken cancellationToken = default) => new(_end.Task.WaitAsync(cancellationToken));

        public ValueTask UnbindAsync(CancellationToken cancellationToken = default)
        {
            _end.TrySetResult(null);
            return default;
        }

        public ValueTask DisposeAsync() => UnbindAsync();
    }
}
