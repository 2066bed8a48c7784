using Microsoft.AspNetCore.Builder;

namespace Actors.Cluster.Tests.Kit;

/// <summary>A silo whose calls are sent once: the runtime's own sender is again the last that was registered.</summary>
internal static class WithoutSecondAttempt
{
    public static void Change(WebApplicationBuilder builder) =>
        builder.Services.Remove(builder.Services.Last(service => service.ServiceType == typeof(IGrainReferenceRuntime)));
}
