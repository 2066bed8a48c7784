using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Actors.Core.Administration;

/// <summary>One line for the audit log: who did what to which object. It holds ids, never names, addresses or typed text, so that it may outlive an account.</summary>
[GenerateSerializer, Immutable, Alias("administration.AuditLine")]
public sealed record AuditLine
{
    /// <summary>The longest action, object type and request id, in characters.</summary>
    public const int MaxName = 128;

    /// <summary>The longest object id, in characters.</summary>
    public const int MaxObjectId = 256;

    /// <summary>The longest details, in characters of JSON.</summary>
    public const int MaxDetails = 8192;

    // Details are stored and answered as JSON, never put into a page.
    private static readonly JsonSerializerOptions s_readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Identifies what was done: a line whose operation is already in the log is not written again.</summary>
    [Id(0)] public required string Operation { get; init; }

    /// <summary>When it was done.</summary>
    [Id(1)] public required DateTimeOffset At { get; init; }

    /// <summary>What was done, such as <c>setting.changed</c>.</summary>
    [Id(2)] public required string Action { get; init; }

    /// <summary>The kind of object it was done to.</summary>
    [Id(3)] public required string ObjectType { get; init; }

    /// <summary>Which object; null when there is none.</summary>
    [Id(4)] public string? ObjectId { get; init; }

    /// <summary>Integer id of the account that did it; null for the program itself and for callers who are not signed in.</summary>
    [Id(5)] public long? UserId { get; init; }

    /// <summary>The request's <c>X-Request-ID</c>.</summary>
    [Id(6)] public string? RequestId { get; init; }

    /// <summary>More about it, as a JSON object.</summary>
    [Id(7)] public string? Details { get; init; }

    /// <summary>A line about something that is done once and not repeated, with an operation id of its own.</summary>
    public static AuditLine Of(DateTimeOffset at, string action, string objectType, string? objectId = null) =>
        new() { Operation = Guid.CreateVersion7(at).ToString("N"), At = at, Action = action, ObjectType = objectType, ObjectId = objectId };

    /// <summary>The same line with details.</summary>
    public AuditLine With(JsonObject details) => this with { Details = details?.ToJsonString(s_readable) };

    /// <summary>The same line, once its lengths were checked.</summary>
    /// <exception cref="ArgumentException">A text is too long.</exception>
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
        if (text?.Length > max) throw new ArgumentException($"{name} has {text.Length} characters; an audit line takes {max}.");
    }
}
