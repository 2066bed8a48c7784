using Actors.TestKit;

namespace Actors.Cluster.Tests.Kit;

/// <summary>Asks a silo what a load balancer asks.</summary>
internal static class SiloReadiness
{
    private static readonly Uri s_readyz = new("/readyz", UriKind.Relative);

    /// <summary>Whether the silo wants requests now; one that does not say so within a second does not, as for a load balancer.</summary>
    public static async Task<bool> IsReadyAsync(this SiloProcess silo)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(1), TimeProvider.System);
        return await silo.SaysReadyAsync(patience.Token);
    }

    /// <summary>Waits until the silo is ready. On a busy machine the first answer of a new silo alone may take more than a second.</summary>
    public static Task ReadyAsync(this SiloProcess silo) => silo.UntilAsync("ready", () => silo.SaysReadyAsync(CancellationToken.None));

    /// <summary>Starts a silo again that was killed or stopped, and waits until it is ready.</summary>
    public static async Task ComeBackAsync(this SiloProcess silo)
    {
        await silo.RestartAsync();
        await silo.ReadyAsync();
    }

    private static async Task<bool> SaysReadyAsync(this SiloProcess silo, CancellationToken cancellationToken)
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
