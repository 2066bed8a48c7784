using Actors.Accounts.SignIn;
using Actors.Web.OpenApi;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Actors.Accounts.EventsFace;

/// <summary>The OpenAPI descriptions of <c>/api/auth</c>.</summary>
internal static class FaceDescriptions
{
    public static RouteHandlerBuilder DescribesFaceRegister(this RouteHandlerBuilder route) => route
        .WithSummary("Create an account and sign in").WithDescription("A username with an @ is an e-mail address; email is a synonym of username.")
        .WithRequestBody(typeof(FaceSignInDocument), FaceExamples.SignIn)
        .Produces<FaceRegisterAnswer>(StatusCodes.Status201Created).WithAnswerExample(201, FaceExamples.Registered)
        .Produces<FaceTakenDocument>(StatusCodes.Status400BadRequest).WithAnswerExample(400, FaceExamples.Taken);

    public static RouteHandlerBuilder DescribesFaceLogin(this RouteHandlerBuilder route) => route
        .WithSummary("Sign in")
        .WithRequestBody(typeof(FaceSignInDocument), FaceExamples.SignIn)
        .Produces<FaceLoginAnswer>().WithAnswerExample(200, FaceExamples.LoggedIn)
        .Produces<FaceErrorDocument>(StatusCodes.Status401Unauthorized).WithAnswerExample(401, FaceExamples.WrongCredentials);

    public static RouteHandlerBuilder DescribesFaceRefresh(this RouteHandlerBuilder route) => route
        .WithSummary("Renew the tokens").WithDescription("A refresh token can be used once; the response contains the next one.")
        .WithRequestBody(typeof(FaceRefreshDocument), FaceExamples.Refresh)
        .Produces<FaceRefreshAnswer>().WithAnswerExample(200, FaceExamples.Refreshed)
        .Produces<DetailDocument>(StatusCodes.Status401Unauthorized).WithAnswerExample(401, FaceExamples.DeadToken);

    public static RouteHandlerBuilder DescribesFaceLogout(this RouteHandlerBuilder route) => route
        .WithSummary("Sign out").WithDescription("Ends the session of the access token and the session of the refresh token.")
        .WithRequestBody(typeof(FaceRefreshDocument), FaceExamples.Refresh)
        .Produces<MessageAnswer>().WithAnswerExample(200, FaceExamples.LoggedOut)
        .Produces<FaceErrorDocument>(StatusCodes.Status400BadRequest).WithAnswerExample(400, FaceExamples.BadRefreshToken)
        .Produces<DetailDocument>(StatusCodes.Status401Unauthorized).WithAnswerExample(401, FaceExamples.NotAuthenticated);
}
