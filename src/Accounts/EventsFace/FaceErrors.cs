using System.Text.Json;
using System.Text.Json.Nodes;
using Actors.Web.Errors;
using Microsoft.AspNetCore.Http;

namespace Actors.Accounts.EventsFace;

/// <summary>Errors of events-face's sign-in: the format of REST framework, except errors in the form <c>{"error": …}</c>.</summary>
internal sealed class FaceErrors : ErrorDialect
{
    private const string Key = "error";

    public static FaceErrors Instance { get; } = new();

    /// <summary><c>{"error": ["text"]}</c> with 400.</summary>
    public static ApiError Taken { get; } =
        new(StatusCodes.Status400BadRequest, TakenText) { Details = new JsonObject { [Key] = new JsonArray(TakenText) } };

    /// <summary>The same error for an unknown name, a wrong password and a blocked attempt.</summary>
    public static ApiError WrongCredentials { get; } = OfText(StatusCodes.Status401Unauthorized, "Invalid username or password");

    /// <summary>The refresh token is missing, not valid, or belongs to another account.</summary>
    public static ApiError BadRefreshToken { get; } = OfText(StatusCodes.Status400BadRequest, "Refresh token is missing or invalid");

    /// <summary>The password is on the list of common passwords.</summary>
    public static ApiError CommonPassword { get; } =
        ApiError.Invalid(new Fault(["body", "password"], "This password is too common.", "password_too_common"));

    private const string TakenText = "A user with that username already exists.";

    public override int StatusOf(ApiError error) => Drf.StatusOf(error);

    public override void Write(Utf8JsonWriter json, ApiError error, ErrorContext context)
    {
        if (error.Details is { } body) body.WriteTo(json);
        else Drf.Write(json, error, context);
    }

    private static ApiError OfText(int status, string text) => new(status, text) { Details = new JsonObject { [Key] = text } };
}
