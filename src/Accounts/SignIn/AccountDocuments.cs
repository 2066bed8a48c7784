namespace Actors.Accounts.SignIn;

/// <summary>The body of <c>/auth/register</c> and <c>/auth/login</c>, for the OpenAPI document; <see cref="AuthBodies"/> reads it.</summary>
internal sealed record SignInDocument(string Email, string Password);

/// <summary>The body of <c>/auth/change-password</c>.</summary>
internal sealed record ChangePasswordDocument(string Email, string Password, string NewPassword);

/// <summary>The body of <c>/api/auth/register</c> and <c>/api/auth/login</c>; <c>email</c> is a synonym of <c>username</c>.</summary>
internal sealed record FaceSignInDocument(string Username, string Password);

/// <summary>The body of <c>/api/auth/token/refresh</c> and <c>/api/auth/logout</c>.</summary>
internal sealed record FaceRefreshDocument(string Refresh);

/// <summary>An error with one sentence.</summary>
internal sealed record DetailDocument(string Detail);

/// <summary>An error with a list of faults.</summary>
internal sealed record FaultsDocument(FaultDocument[] Detail);

/// <summary>One fault of a request.</summary>
internal sealed record FaultDocument(object[] Loc, string Msg, string Type);

/// <summary>An error of events-face.</summary>
internal sealed record FaceErrorDocument(string Error);

/// <summary>The error of events-face for a taken name.</summary>
internal sealed record FaceTakenDocument(string[] Error);
