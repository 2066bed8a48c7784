using Actors.Hosting.Retry;

namespace Actors.Hosting.Membership;

/// <summary>Registers what retries need in a cluster.</summary>
public static class SiloListSetup
{
    /// <summary>Calls that a lost silo did not answer are repeated after the membership has changed.</summary>
    public static IServiceCollection AddSiloList(this IServiceCollection services) => services.AddSingleton<ISiloList, SiloList>().AddExecutedMarks();
}
