using System.Text.Json;

namespace Actors.Web.Errors;

/// <summary>The error format of one API family. A route group chooses it with <c>WithErrors</c>.</summary>
public abstract class ErrorDialect
{
    /// <summary><c>{"detail": "text"}</c> and <c>{"detail": [{"loc", "msg", "type"}]}</c> with 422.</summary>
    public static ErrorDialect FastApi { get; } = new FastApiErrors();

    /// <summary><c>{"success": false, "error": {"code", "message", "details"}, "timestamp", "request_id"}</c>, validation 400.</summary>
    public static ErrorDialect Titles { get; } = new TitlesErrors();

    /// <summary><c>{"error": {"message", "code", "statusCode", "details", "requestId"}}</c>, validation 422.</summary>
    public static ErrorDialect LoveParser { get; } = new LoveParserErrors();

    /// <summary><c>{"detail": "text"}</c> and <c>{"field": ["text"]}</c> with 400.</summary>
    public static ErrorDialect Drf { get; } = new DrfErrors();

    /// <summary><c>application/problem+json</c> of RFC 9457: used for every client that accepts it.</summary>
    internal static ErrorDialect Problem { get; } = new ProblemErrors();

    /// <summary>The body's content type.</summary>
    public virtual string ContentType => "application/json";

    /// <summary>The status that this dialect sends for an error.</summary>
    public virtual int StatusOf(ApiError error)
    {
        ArgumentNullException.ThrowIfNull(error);
        return error.Status;
    }

    /// <summary>Writes the body as one JSON value. The error has its final status and a code.</summary>
    public abstract void Write(Utf8JsonWriter json, ApiError error, ErrorContext context);
}
