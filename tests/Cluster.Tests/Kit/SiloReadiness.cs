using Actors.TestKit;

namespace Actors.Cluster.Tests.Kit;

/// <summary>The probe of a load balancer.</summary>
internal static class SiloReadiness
{
    private static readonly Uri s_readyz = new("/readyz", UriKind.Relative);

    /// <summary>Whether the silo is ready. No response within a second means not ready, as for a load balancer.</summary>
    public static async Task<bool> IsReadyAsync(this SiloProcess silo)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(1), TimeProvider.System);
        return await silo.ProbeAsync(patience.Token);
    }

    /// <summary>Waits until the silo is ready. On a busy machine the first response of a new silo alone may take more than a second.</summary>
    public static Task ReadyAsync(this SiloProcess silo) => silo.UntilAsync("ready", () => silo.ProbeAsync(CancellationToken.None));

    /// <summary>Restarts a killed or stopped silo and waits until it is ready.</summary>
    public static async Task RestartReadyAsync(this SiloProcess silo)
    {
        await silo.RestartAsync();
        await silo.ReadyAsync();
    }

    private static async Task<bool> ProbeAsync(this SiloProcess silo, CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await silo.Client.GetAsync(s_readyz, cancellationToken);
            return answer.IsSuccessStatusCode;
        }
        catch (Exception failure) when (failure is HttpRequestException or OperationCanceledException)
        {
            return false;
        }
    }
}
