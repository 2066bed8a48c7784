using System.Net;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Options;

namespace Actors.Web.Listeners;

/// <summary>
/// Binds the role listeners in Development, where several programs may run on one machine: a port in use causes a warning, and the program runs
/// without that listener. Kestrel tries this factory before its own.
/// </summary>
internal sealed partial class OptionalListenerFactory(ListenerPlan plan, IOptions<SocketTransportOptions> options, ILoggerFactory loggers)
    : IConnectionListenerFactory, IConnectionListenerFactorySelector
{
    private readonly SocketTransportFactory _sockets = new(options, loggers);
    private readonly ILogger _logger = loggers.CreateLogger<OptionalListenerFactory>();

    public bool CanBind(EndPoint endpoint) => endpoint is IPEndPoint { Port: var port } && plan.RoleOf(port) is not (ListenerPlan.Combined or ListenerPlan.Metrics);

    public async ValueTask<IConnectionListener> BindAsync(EndPoint endpoint, CancellationToken cancellationToken = default)
    {
        var port = ((IPEndPoint)endpoint).Port;
        try
        {
            // localhost means two addresses; if one is in use, the other one is skipped.
            if (plan.Roles.ContainsKey(port)) return await _sockets.BindAsync(endpoint, cancellationToken);
        }
        catch (AddressInUseException)
        {
            LogTaken(port, plan.RoleOf(port));
            plan.MarkTaken(port);
        }

        return new NoListener(endpoint);
    }

    /// <summary>A listener without connections, in place of one whose port is in use.</summary>
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
