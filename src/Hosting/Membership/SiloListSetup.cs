using Actors.Hosting.Retry;

namespace Actors.Hosting.Membership;

/// <summary>What second attempts need to know of a cluster.</summary>
public static class SiloListSetup
{
    /// <summary>Lets calls that a lost silo did not answer be sent once more, when the list of silos has changed.</summary>
    public static IServiceCollection AddSiloList(this IServiceCollection services) => services.AddSingleton<ISiloList, SiloList>().AddRanMarks();
}
