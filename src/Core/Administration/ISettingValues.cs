namespace Actors.Core.Administration;

/// <summary>
/// The current values of settings, cached on this silo. A change is visible at once on the silo that made it and within seconds on other silos. The
/// module Administration implements it.
/// </summary>
public interface ISettingValues
{
    /// <summary>The current value.</summary>
    T Get<T>(Setting<T> setting)
        where T : notnull;
}

/// <summary>Registers settings.</summary>
public static class SettingServices
{
    /// <summary>Declares a setting, so that operators can see and change it.</summary>
    public static IServiceCollection AddSetting(this IServiceCollection services, Setting setting) => services.AddSingleton(setting);
}
