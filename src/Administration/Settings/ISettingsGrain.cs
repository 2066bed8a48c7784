using Actors.Grains.Calls;

namespace Actors.Administration.Settings;

/// <summary>The only writer of settings. Key: 0.</summary>
[Alias("administration.ISettingsGrain")]
internal interface ISettingsGrain : IGrainWithIntegerKey
{
    /// <summary>Stores a value with its history and its audit line in one commit. An equal value is not stored again.</summary>
    [Alias("Set"), Repeatable(Repeat.IfRefused)]
    Task<StoredSetting> Set(SettingChange change);
}

/// <summary>A setting that has been changed, and its row.</summary>
/// <param name="Key">Which.</param>
/// <param name="Text">The value in its canonical form.</param>
/// <param name="Version">How often it was changed.</param>
/// <param name="At">When it was changed last.</param>
/// <param name="UserId">Integer id of the account that changed it.</param>
[GenerateSerializer, Immutable, Alias("administration.StoredSetting")]
internal sealed record StoredSetting(
    [property: Id(0)] string Key, [property: Id(1)] string Text, [property: Id(2)] long Version, [property: Id(3)] DateTimeOffset At, [property: Id(4)] long? UserId);

/// <summary>A change that was validated.</summary>
/// <param name="Key">Which setting.</param>
/// <param name="Text">The new value in its canonical form.</param>
/// <param name="DefaultText">The value that held if it was never changed before.</param>
/// <param name="UserId">Integer id of the account that changes it.</param>
/// <param name="RequestId">The request's id.</param>
[GenerateSerializer, Immutable, Alias("administration.SettingChange")]
internal sealed record SettingChange(
    [property: Id(0)] string Key, [property: Id(1)] string Text, [property: Id(2)] string DefaultText, [property: Id(3)] long? UserId, [property: Id(4)] string? RequestId);

/// <summary>Finds the grain.</summary>
internal static class SettingsGrains
{
    public static ISettingsGrain GetSettings(this IGrainFactory grains) => grains.GetGrain<ISettingsGrain>(0);
}
