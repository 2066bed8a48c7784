namespace Actors.Core.Configuration;

/// <summary>The setting that makes a silo a member of a cluster.</summary>
public static class MembershipSetting
{
    /// <summary>The address of the Redis that holds the list of members.</summary>
    public const string Name = "REDIS_URL";

    /// <summary>Reads it. It is the only thing that decides.</summary>
    public static Membership Of(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return string.IsNullOrWhiteSpace(configuration[Name]) ? Membership.Alone : Membership.Member;
    }
}
