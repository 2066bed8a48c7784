namespace Actors.Hosting.Commands;

/// <summary>The grain runtime of a program, started without the program's other services: no listener, no background work.</summary>
internal sealed class RuntimeOnly : IAsyncDisposable
{
    // Both runtimes live under Orleans' own namespaces.
    private const string Runtime = "Orleans";

    private readonly Stack<IHostedService> _started = new();

    private RuntimeOnly()
    {
    }

    /// <summary>Starts it.</summary>
    public static async Task<RuntimeOnly> StartAsync(IServiceProvider services)
    {
        var runtime = new RuntimeOnly();
        foreach (var service in services.GetServices<IHostedService>().Where(IsOfRuntime))
        {
            await service.StartAsync(CancellationToken.None);
            runtime._started.Push(service);
        }

        return runtime;
    }

    public async ValueTask DisposeAsync()
    {
        while (_started.TryPop(out var service)) await service.StopAsync(CancellationToken.None);
    }

    private static bool IsOfRuntime(IHostedService service) =>
        service.GetType().Namespace is { } name && (name == Runtime || name.StartsWith($"{Runtime}.", StringComparison.Ordinal));
}
