using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Actors.Core.Administration;

/// <summary>
/// One entry of the audit log: who did what to which object. It contains ids and never names, addresses or user input, so it may be kept after an
/// account is erased.
/// </summary>
[GenerateSerializer, Immutable, Alias("administration.AuditLine")]
public sealed record AuditLine
{
    /// <summary>Maximum length of the action, object type and request id, in characters.</summary>
    public const int MaxName = 128;

    /// <summary>Maximum length of the object id, in characters.</summary>
    public const int MaxObjectId = 256;

    /// <summary>Maximum length of the details, in characters of JSON.</summary>
    public const int MaxDetails = 8192;

    // Relaxed escaping is safe: details are only ever returned as JSON, never embedded in HTML.
    private static readonly JsonSerializerOptions s_readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Deduplication id: an entry whose operation is already in the log is not written again.</summary>
    [Id(0)] public required string Operation { get; init; }

    /// <summary>The time of the action.</summary>
    [Id(1)] public required DateTimeOffset At { get; init; }

    /// <summary>The action, for example <c>setting.changed</c>.</summary>
    [Id(2)] public required string Action { get; init; }

    /// <summary>The type of the changed object.</summary>
    [Id(3)] public required string ObjectType { get; init; }

    /// <summary>The id of the changed object; null when there is none.</summary>
    [Id(4)] public string? ObjectId { get; init; }

    /// <summary>Integer id of the acting account; null for the program itself and for anonymous callers.</summary>
    [Id(5)] public long? UserId { get; init; }

    /// <summary>The request's <c>X-Request-ID</c>.</summary>
    [Id(6)] public string? RequestId { get; init; }

    /// <summary>Further details, as a JSON object.</summary>
    [Id(7)] public string? Details { get; init; }

    /// <summary>An entry with a new operation id, for an action that is never retried.</summary>
    public static AuditLine Of(DateTimeOffset at, string action, string objectType, string? objectId = null) =>
        new() { Operation = Guid.CreateVersion7(at).ToString("N"), At = at, Action = action, ObjectType = objectType, ObjectId = objectId };

    /// <summary>A copy with these details.</summary>
    public AuditLine With(JsonObject details) => this with { Details = details?.ToJsonString(s_readable) };

    /// <summary>This entry, after checking the length of every text.</summary>
    /// <exception cref="ArgumentException">A text exceeds its maximum length.</exception>
    public AuditLine Checked()
    {
        Check(Operation, MaxObjectId, nameof(Operation));
        Check(Action, MaxName, nameof(Action));
        Check(ObjectType, MaxName, nameof(ObjectType));
        Check(ObjectId, MaxObjectId, nameof(ObjectId));
        Check(RequestId, MaxName, nameof(RequestId));
        Check(Details, MaxDetails, nameof(Details));
        return this;
    }

    private static void Check(string? text, int max, string name)
    {
        if (text?.Length > max) throw new ArgumentException($"{name} has {text.Length} characters; an audit line allows {max}.");
    }
}
