using Actors.Core.Caching;

namespace Actors.Hosting.Caching;

/// <summary>Registers the shared cache of a cluster.</summary>
internal static class CachingSetup
{
    /// <summary>The cache uses the same Redis as membership.</summary>
    public static void AddRedisCache(this IServiceCollection services)
    {
        services.AddSingleton<CacheConnection>();
        services.AddHostedService(all => all.GetRequiredService<CacheConnection>());
        services.AddSingleton(all => new CacheGuard(TimeProvider.System, all.GetRequiredService<ILogger<CacheGuard>>()));
        services.AddSingleton<ISharedCache, RedisCache>();
    }
}
