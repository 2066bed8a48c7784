using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Actors.Web.Errors;

namespace Actors.Web.Reading;

/// <summary>A parsed body or an error. <see cref="Root"/> is valid during the request; copy data that must live longer.</summary>
public readonly record struct JsonRead
{
    internal JsonRead(JsonElement root) => Root = root;

    internal JsonRead(ApiError error) => Error = error;

    /// <summary>The JSON value; undefined if there is an <see cref="Error"/>.</summary>
    public JsonElement Root { get; }

    /// <summary>The error: 400, 413, 415 or 422.</summary>
    public ApiError? Error { get; }

    /// <summary>True if the body was parsed.</summary>
    [MemberNotNullWhen(false, nameof(Error))]
    public bool Ok => Error is null;
}
