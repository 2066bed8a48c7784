using Actors.Hosting.Retry;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Actors.Cluster.Tests.Kit;

/// <summary>A silo that repeats no call: grain references get the runtime of Orleans.</summary>
internal static class WithoutSecondAttempt
{
    public static void Change(WebApplicationBuilder builder) => builder.Services.AddKeyedSingleton<IGrainReferenceRuntime>(
        RetrySetup.RuntimeKey, static (provider, _) => provider.GetRequiredService<IGrainReferenceRuntime>());
}
