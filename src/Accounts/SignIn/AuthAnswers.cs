using System.Text.Json.Serialization;
using Actors.Accounts.Sessions;
using Actors.Web.Errors;
using Microsoft.AspNetCore.Http;

namespace Actors.Accounts.SignIn;

/// <summary>Response of a sign-in, a refresh and a password change.</summary>
internal sealed record TokenAnswer(string AccessToken, string TokenType = "bearer");

/// <summary>
/// Response of <c>/auth/register</c>: the auth listener sends id and email, the gateway the message, the combined listener all of them (C2).
/// </summary>
internal sealed record RegisterAnswer(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Guid? Id,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Email,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Message);

/// <summary>A response with a message.</summary>
internal sealed record DetailAnswer(string Detail);

/// <summary>A session in the list of its owner.</summary>
/// <param name="Id">The <c>sid</c> of its tokens.</param>
/// <param name="CreatedAt">The time at which it was opened.</param>
/// <param name="LastUsedAt">The time of the last rotation.</param>
/// <param name="ExpiresAt">The time at which it expires unless it is refreshed.</param>
/// <param name="Network">The client's network.</param>
/// <param name="UserAgent">The client's <c>User-Agent</c>.</param>
/// <param name="Current">True for the caller's session.</param>
internal sealed record SessionAnswer(
    Guid Id, DateTime CreatedAt, DateTime LastUsedAt, DateTime ExpiresAt, string Network, string? UserAgent, bool Current)
{
    public static SessionAnswer Of(SessionView view, Guid current) => new(
        view.Id, view.Created.UtcDateTime, view.LastUsed.UtcDateTime, view.Expires.UtcDateTime, view.Client.Network, view.Client.UserAgent, view.Id == current);
}

/// <summary>Errors of <c>/auth</c> other than validation errors.</summary>
internal static class AuthRefusals
{
    public static readonly ApiError EmailTaken = new(StatusCodes.Status400BadRequest, "Email already registered");
    public static readonly ApiError WrongCredentials = new(StatusCodes.Status401Unauthorized, "Invalid credentials");
    public static readonly ApiError NoRefreshToken = new(StatusCodes.Status401Unauthorized, "Refresh token is missing or invalid");
    public static readonly ApiError NoSession = new(StatusCodes.Status404NotFound, "Session not found");

    /// <summary>Too many passwords wait to be hashed.</summary>
    public static readonly ApiError Busy = ApiError.OfStatus(StatusCodes.Status503ServiceUnavailable) with { RetryAfter = TimeSpan.FromSeconds(5) };

    /// <summary>The password is on the list of common passwords.</summary>
    public static ApiError CommonPassword(string field) => ApiError.Invalid(new Fault(["body", field], "Value error, this password is too common", "value_error"));
}
