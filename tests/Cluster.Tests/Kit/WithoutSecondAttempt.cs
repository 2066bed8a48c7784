using Actors.Hosting.Retry;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Actors.Cluster.Tests.Kit;

/// <summary>A silo whose calls are sent once: grain references get the runtime's own sender.</summary>
internal static class WithoutSecondAttempt
{
    public static void Change(WebApplicationBuilder builder) => builder.Services.AddKeyedSingleton<IGrainReferenceRuntime>(
        CallSetup.Sender, static (provider, _) => provider.GetRequiredService<IGrainReferenceRuntime>());
}
