using Actors.Core.Administration;

namespace Actors.Administration.Settings;

/// <summary>The request body of a change, for the API document.</summary>
/// <param name="Value">The new value.</param>
/// <param name="Type"><c>string</c>, <c>number</c>, <c>bool</c> or <c>json</c>; optional, and must match the setting.</param>
internal sealed record SettingBody(string Value, string? Type)
{
    public const string Example = """{"value":"100","type":"number"}""";
}

/// <summary>A setting with its current value.</summary>
/// <param name="Key">Its name.</param>
/// <param name="Value">The current value as text.</param>
/// <param name="Type"><c>string</c>, <c>number</c>, <c>bool</c> or <c>json</c>.</param>
/// <param name="Default">The default as text.</param>
/// <param name="Description">What the setting controls.</param>
/// <param name="Version">The number of changes.</param>
/// <param name="UpdatedAt">The time of the last change.</param>
/// <param name="UpdatedBy">Integer id of the account that made the last change.</param>
internal sealed record SettingAnswer(
    string Key, string Value, string Type, string Default, string Description, long Version, DateTime? UpdatedAt, long? UpdatedBy)
{
    public const string Unknown = """{"detail":"Setting not found"}""";

    public const string Example = """
        {"key":"audit_denials_per_minute","value":"100","type":"number","default":"60","description":"Maximum number of denials of one account in the audit log per minute; further ones are only counted","version":1,"updated_at":"2026-03-02T09:00:00Z","updated_by":1}
        """;

    public static SettingAnswer Of(Setting setting, StoredSetting? stored) => new(
        setting.Key, stored?.Text ?? setting.DefaultText, setting.Type, setting.DefaultText, setting.Description,
        stored?.Version ?? 0, stored?.At.UtcDateTime, stored?.UserId);
}

/// <summary>A change of a setting.</summary>
/// <param name="Version">Its number.</param>
/// <param name="OldValue">The value before the change.</param>
/// <param name="NewValue">The value after the change.</param>
/// <param name="ChangedAt">The time of the change.</param>
/// <param name="ChangedBy">Integer id of the changing account.</param>
/// <param name="RequestId">The request's id.</param>
internal sealed record SettingVersionAnswer(long Version, string OldValue, string NewValue, DateTime ChangedAt, long? ChangedBy, string? RequestId)
{
    public const string Example = """[{"version":1,"old_value":"60","new_value":"100","changed_at":"2026-03-02T09:00:00Z","changed_by":1,"request_id":"0HN7A1"}]""";

    public static SettingVersionAnswer Of(SettingVersion change) =>
        new(change.Version, change.OldValue, change.NewValue, change.At.UtcDateTime, change.UserId, change.RequestId);
}
