namespace Actors.Core.Administration;

/// <summary>
/// The present values of settings, from the memory of this silo. A change counts at the next request on the silo that made it, and on others
/// within seconds. Administration implements it.
/// </summary>
public interface ISettingValues
{
    /// <summary>The present value.</summary>
    T Get<T>(Setting<T> setting)
        where T : notnull;
}

/// <summary>Registers settings.</summary>
public static class SettingServices
{
    /// <summary>Declares a setting, so that operators can see and change it.</summary>
    public static IServiceCollection AddSetting(this IServiceCollection services, Setting setting) => services.AddSingleton(setting);
}
