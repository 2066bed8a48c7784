namespace Actors.Accounts.SignIn;

/// <summary>What <c>/auth/register</c> and <c>/auth/login</c> take, for the API page; <see cref="AuthBodies"/> reads it.</summary>
internal sealed record SignInDocument(string Email, string Password);

/// <summary>What <c>/auth/change-password</c> takes.</summary>
internal sealed record ChangePasswordDocument(string Email, string Password, string NewPassword);

/// <summary>What <c>/api/auth/register</c> and <c>/api/auth/login</c> take; <c>email</c> may stand in for <c>username</c>.</summary>
internal sealed record FaceSignInDocument(string Username, string Password);

/// <summary>What <c>/api/auth/token/refresh</c> and <c>/api/auth/logout</c> take.</summary>
internal sealed record FaceRefreshDocument(string Refresh);

/// <summary>A refusal in words.</summary>
internal sealed record DetailDocument(string Detail);

/// <summary>A refusal that lists what is wrong.</summary>
internal sealed record FaultsDocument(FaultDocument[] Detail);

/// <summary>One thing that is wrong with a request.</summary>
internal sealed record FaultDocument(object[] Loc, string Msg, string Type);

/// <summary>A refusal of events-face in words.</summary>
internal sealed record FaceErrorDocument(string Error);

/// <summary>The refusal of a name that is taken.</summary>
internal sealed record FaceTakenDocument(string[] Error);
