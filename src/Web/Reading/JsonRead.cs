using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Actors.Web.Errors;

namespace Actors.Web.Reading;

/// <summary>A body that was read, or why not. <see cref="Root"/> lives as long as the request: copy what must outlive it.</summary>
public readonly record struct JsonRead
{
    internal JsonRead(JsonElement root) => Root = root;

    internal JsonRead(ApiError error) => Error = error;

    /// <summary>The JSON value; undefined when there is an <see cref="Error"/>.</summary>
    public JsonElement Root { get; }

    /// <summary>Why the body was refused: 400, 413, 415 or 422.</summary>
    public ApiError? Error { get; }

    /// <summary>True when there is a body to look at.</summary>
    [MemberNotNullWhen(false, nameof(Error))]
    public bool Ok => Error is null;
}
