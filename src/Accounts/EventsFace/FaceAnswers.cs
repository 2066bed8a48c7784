namespace Actors.Accounts.EventsFace;

/// <summary>Answer of <c>/api/auth/register</c>.</summary>
internal sealed record FaceRegisterAnswer(string Message, string AccessToken, string RefreshToken);

/// <summary>Answer of <c>/api/auth/login</c>.</summary>
internal sealed record FaceLoginAnswer(string AccessToken, string RefreshToken);

/// <summary>Answer of <c>/api/auth/token/refresh</c>: SimpleJWT's names, and ours for the access token. Refresh tokens rotate, so there is a new one.</summary>
internal sealed record FaceRefreshAnswer(string Access, string Refresh, string AccessToken);

/// <summary>An answer that says that something was done.</summary>
internal sealed record MessageAnswer(string Message);
