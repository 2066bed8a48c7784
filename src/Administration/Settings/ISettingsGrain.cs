using Actors.Grains.Calls;

namespace Actors.Administration.Settings;

/// <summary>The only writer of settings. Key: 0.</summary>
[Alias("administration.ISettingsGrain")]
internal interface ISettingsGrain : IGrainWithIntegerKey
{
    /// <summary>Stores a value, its history and its audit line in one commit. An unchanged value is not stored again.</summary>
    [Alias("Set"), Repeatable(Repeat.IfRefused)]
    Task<StoredSetting> Set(SettingChange change);
}

/// <summary>A stored setting: one that was changed at least once.</summary>
/// <param name="Key">The setting's key.</param>
/// <param name="Text">The value in its canonical form.</param>
/// <param name="Version">The number of changes.</param>
/// <param name="At">The time of the last change.</param>
/// <param name="UserId">Integer id of the account that made the last change.</param>
[GenerateSerializer, Immutable, Alias("administration.StoredSetting")]
internal sealed record StoredSetting(
    [property: Id(0)] string Key, [property: Id(1)] string Text, [property: Id(2)] long Version, [property: Id(3)] DateTimeOffset At, [property: Id(4)] long? UserId);

/// <summary>A validated change.</summary>
/// <param name="Key">The setting's key.</param>
/// <param name="Text">The new value in its canonical form.</param>
/// <param name="DefaultText">The default, which is the old value of the first change.</param>
/// <param name="UserId">Integer id of the changing account.</param>
/// <param name="RequestId">The request's id.</param>
[GenerateSerializer, Immutable, Alias("administration.SettingChange")]
internal sealed record SettingChange(
    [property: Id(0)] string Key, [property: Id(1)] string Text, [property: Id(2)] string DefaultText, [property: Id(3)] long? UserId, [property: Id(4)] string? RequestId);

/// <summary>Gets the grain.</summary>
internal static class SettingsGrains
{
    public static ISettingsGrain GetSettings(this IGrainFactory grains) => grains.GetGrain<ISettingsGrain>(0);
}
