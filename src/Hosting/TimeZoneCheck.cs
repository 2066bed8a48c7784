using Actors.Core.Configuration;


namespace Actors.Hosting;

/// <summary>Checks at start-up that the machine has time zones, and names the Debian package that brings them.</summary>
internal static class TimeZoneCheck
{
    public static void AddTimeZoneCheck(this WebApplicationBuilder builder, ConfigurationProblems problems)
    {
        if (!TimeZoneInfo.TryFindSystemTimeZoneById("Europe/Moscow", out _)) problems.Add("time zones", "apt-get install tzdata");
    }
}
