using Actors.TestKit;

namespace Actors.Cluster.Tests.Kit;

/// <summary>Asks a silo what a load balancer asks.</summary>
internal static class SiloReadiness
{
    private static readonly Uri Readyz = new("/readyz", UriKind.Relative);

    /// <summary>Whether the silo wants requests now.</summary>
    public static async Task<bool> IsReadyAsync(this SiloProcess silo)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(1), TimeProvider.System);
        try
        {
            using var answer = await silo.Client.GetAsync(Readyz, patience.Token);
            return answer.IsSuccessStatusCode;
        }
        catch (Exception failure) when (failure is HttpRequestException or OperationCanceledException)
        {
            return false;
        }
    }

    public static Task ReadyAsync(this SiloProcess silo) => Waiting.UntilAsync("the silo to be ready", silo.IsReadyAsync);

    /// <summary>Starts a silo again that was killed or stopped, and waits until it is ready.</summary>
    public static async Task ComeBackAsync(this SiloProcess silo)
    {
        await silo.RestartAsync();
        await silo.ReadyAsync();
    }
}
