using System.Text.Json.Serialization;
using Actors.Accounts.Sessions;
using Actors.Web.Errors;
using Microsoft.AspNetCore.Http;

namespace Actors.Accounts.SignIn;

/// <summary>Answer of a sign-in, a refresh and a password change.</summary>
internal sealed record TokenAnswer(string AccessToken, string TokenType = "bearer");

/// <summary>Answer of <c>/auth/register</c>: of the auth service without the message, of the gateway with nothing else, of the combined listener all of it (C2).</summary>
internal sealed record RegisterAnswer(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Guid? Id,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Email,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Message);

/// <summary>An answer that says that something was done.</summary>
internal sealed record DetailAnswer(string Detail);

/// <summary>A session in the list of its owner.</summary>
/// <param name="Id">The <c>sid</c> of its tokens.</param>
/// <param name="CreatedAt">When it was opened.</param>
/// <param name="LastUsedAt">When its tokens were last rotated.</param>
/// <param name="ExpiresAt">When it ends unless it is refreshed.</param>
/// <param name="Network">The network it was opened from.</param>
/// <param name="UserAgent">What its client called itself.</param>
/// <param name="Current">True for the session that asks.</param>
internal sealed record SessionAnswer(
    Guid Id, DateTime CreatedAt, DateTime LastUsedAt, DateTime ExpiresAt, string Network, string? UserAgent, bool Current)
{
    public static SessionAnswer Of(SessionView view, Guid current) => new(
        view.Id, view.Created.UtcDateTime, view.LastUsed.UtcDateTime, view.Expires.UtcDateTime, view.Client.Network, view.Client.UserAgent, view.Id == current);
}

/// <summary>The refusals of <c>/auth</c> that are no validation errors.</summary>
internal static class AuthRefusals
{
    public static readonly ApiError EmailTaken = new(StatusCodes.Status400BadRequest, "Email already registered");
    public static readonly ApiError WrongCredentials = new(StatusCodes.Status401Unauthorized, "Invalid credentials");
    public static readonly ApiError NoRefreshToken = new(StatusCodes.Status401Unauthorized, "Refresh token is missing or invalid");
    public static readonly ApiError NoSession = new(StatusCodes.Status404NotFound, "Session not found");

    /// <summary>Too many passwords wait to be looked at.</summary>
    public static readonly ApiError Busy = ApiError.OfStatus(StatusCodes.Status503ServiceUnavailable) with { RetryAfter = TimeSpan.FromSeconds(5) };

    /// <summary>A password that everybody tries first.</summary>
    public static ApiError CommonPassword(string field) => ApiError.Invalid(new Fault(["body", field], "Value error, this password is too common", "value_error"));
}
