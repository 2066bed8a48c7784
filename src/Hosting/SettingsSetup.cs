using Actors.Plumbing.Configuration;

namespace Actors.Silo.Hosting;

/// <summary>How settings are read: by name, with everything that is wrong with them collected.</summary>
internal static class SettingsSetup
{
    public static Settings AddSettings(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(TimeProvider.System);
        return new Settings(builder.Configuration, new ConfigurationProblems());
    }
}
