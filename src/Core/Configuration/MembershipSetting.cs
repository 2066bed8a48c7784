namespace Actors.Core.Configuration;

/// <summary>The setting that makes a silo a member of a cluster.</summary>
public static class MembershipSetting
{
    /// <summary>The URL of the Redis server that holds the cluster's member list.</summary>
    public const string Name = "REDIS_URL";

    /// <summary>Reads the setting: with a value the silo joins a cluster, without one it runs alone.</summary>
    public static Membership Of(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return string.IsNullOrWhiteSpace(configuration[Name]) ? Membership.Alone : Membership.Member;
    }
}
