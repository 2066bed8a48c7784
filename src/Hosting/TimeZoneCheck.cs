using Actors.Core.Configuration;

namespace Actors.Hosting;

/// <summary>Checks at start-up that the machine has time zones, and names the Debian package that contains them.</summary>
internal static class TimeZoneCheck
{
    public static void AddTimeZoneCheck(this IHostApplicationBuilder builder, Settings settings)
    {
        if (!TimeZoneInfo.TryFindSystemTimeZoneById("Europe/Moscow", out _)) settings.Problems.Add("time zones", "apt-get install tzdata");
    }
}
