using Actors.Core.Configuration;

namespace Actors.Hosting;

/// <summary>Registers the reader of settings, which collects all wrong settings.</summary>
internal static class SettingsSetup
{
    public static Settings AddSettings(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(TimeProvider.System);
        return new Settings(builder.Configuration, new ConfigurationProblems());
    }
}
