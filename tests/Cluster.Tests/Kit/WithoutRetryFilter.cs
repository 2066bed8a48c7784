using Actors.Hosting.Retry;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Actors.Cluster.Tests.Kit;

/// <summary>Removes the retry filter: grain references use Orleans' own runtime.</summary>
internal static class WithoutRetryFilter
{
    public static void Change(WebApplicationBuilder builder) => builder.Services.AddKeyedSingleton<IGrainReferenceRuntime>(
        RetrySetup.RuntimeKey, static (provider, _) => provider.GetRequiredService<IGrainReferenceRuntime>());
}
