namespace Actors.Accounts.EventsFace;

/// <summary>Response of <c>/api/auth/register</c>.</summary>
internal sealed record FaceRegisterAnswer(string Message, string AccessToken, string RefreshToken);

/// <summary>Response of <c>/api/auth/login</c>.</summary>
internal sealed record FaceLoginAnswer(string AccessToken, string RefreshToken);

/// <summary>
/// Response of <c>/api/auth/token/refresh</c>: the names of SimpleJWT, and <c>access_token</c>. Refresh tokens rotate, so it contains a new one.
/// </summary>
internal sealed record FaceRefreshAnswer(string Access, string Refresh, string AccessToken);

/// <summary>A response with a message.</summary>
internal sealed record MessageAnswer(string Message);
