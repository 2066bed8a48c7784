using Actors.Core.Configuration;

namespace Actors.Hosting;

/// <summary>How settings are read: by name, with everything that is wrong with them collected.</summary>
internal static class SettingsSetup
{
    public static Settings AddSettings(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(TimeProvider.System);
        return new Settings(builder.Configuration, new ConfigurationProblems());
    }
}
