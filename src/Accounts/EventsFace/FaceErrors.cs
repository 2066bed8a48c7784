using System.Text.Json;
using System.Text.Json.Nodes;
using Actors.Web.Errors;
using Microsoft.AspNetCore.Http;

namespace Actors.Accounts.EventsFace;

/// <summary>Refusals of events-face's sign-in: REST framework's, except where a route words <c>{"error": …}</c> itself.</summary>
internal sealed class FaceErrors : ErrorDialect
{
    private const string Key = "error";

    public static FaceErrors Instance { get; } = new();

    /// <summary><c>{"error": ["text"]}</c> with 400.</summary>
    public static ApiError Taken { get; } =
        new(StatusCodes.Status400BadRequest, TakenWords) { Details = new JsonObject { [Key] = new JsonArray(TakenWords) } };

    /// <summary>Of an unknown name, a wrong password and a back-off alike.</summary>
    public static ApiError WrongCredentials { get; } = Worded(StatusCodes.Status401Unauthorized, "Invalid username or password");

    /// <summary>Of a refresh token that is missing, worth nothing, or somebody else's.</summary>
    public static ApiError BadRefreshToken { get; } = Worded(StatusCodes.Status400BadRequest, "Refresh token is missing or invalid");

    /// <summary>A password that everybody tries first.</summary>
    public static ApiError CommonPassword { get; } =
        ApiError.Invalid(new Fault(["body", "password"], "This password is too common.", "password_too_common"));

    private const string TakenWords = "A user with that username already exists.";

    public override int StatusOf(ApiError error) => Drf.StatusOf(error);

    public override void Write(Utf8JsonWriter json, ApiError error, ErrorContext context)
    {
        if (error.Details is { } worded) worded.WriteTo(json);
        else Drf.Write(json, error, context);
    }

    private static ApiError Worded(int status, string words) => new(status, words) { Details = new JsonObject { [Key] = words } };
}
