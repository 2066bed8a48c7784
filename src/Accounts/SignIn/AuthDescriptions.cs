using Actors.Web.OpenApi;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Actors.Accounts.SignIn;

/// <summary>The OpenAPI descriptions of <c>/auth</c>.</summary>
internal static class AuthDescriptions
{
    public static RouteHandlerBuilder DescribesRegister(this RouteHandlerBuilder route) => route
        .WithSummary("Create an account")
        .WithDescription("The auth listener returns id and email, the gateway the message, the combined listener all of them.")
        .WithRequestBody(typeof(SignInDocument), AuthExamples.SignIn)
        .Produces<RegisterAnswer>(StatusCodes.Status201Created).WithAnswerExample(201, AuthExamples.Registered)
        .Refuses(400, AuthExamples.EmailTaken).RefusesFields();

    public static RouteHandlerBuilder DescribesLogin(this RouteHandlerBuilder route) => route
        .WithSummary("Sign in").WithDescription("Sets the cookie refresh_token (HttpOnly, Path=/auth/refresh, SameSite=Lax).")
        .WithRequestBody(typeof(SignInDocument), AuthExamples.SignIn).AnswersTokens()
        .Refuses(401, AuthExamples.WrongCredentials).RefusesFields();

    public static RouteHandlerBuilder DescribesRefresh(this RouteHandlerBuilder route) => route
        .WithSummary("Renew the tokens")
        .WithDescription("Reads the cookie refresh_token, or without it the refresh token as Bearer. A refresh token can be used once.")
        .AnswersTokens().Refuses(401, AuthExamples.NoRefreshToken);

    public static RouteHandlerBuilder DescribesChangePassword(this RouteHandlerBuilder route) => route
        .WithSummary("Change the password").WithDescription("Ends every other session of the account.")
        .WithRequestBody(typeof(ChangePasswordDocument), AuthExamples.ChangePassword).AnswersTokens()
        .Refuses(401, AuthExamples.WrongCredentials).RefusesFields();

    public static RouteHandlerBuilder DescribesLogout(this RouteHandlerBuilder route) => route
        .WithSummary("Sign out").WithDescription("Ends the session of the access token and deletes the cookie.")
        .Produces<DetailAnswer>().WithAnswerExample(200, AuthExamples.LoggedOut)
        .Refuses(401, AuthExamples.NotAuthenticated);

    public static RouteHandlerBuilder DescribesSessions(this RouteHandlerBuilder route) => route
        .WithSummary("List the caller's sessions")
        .Produces<SessionAnswer[]>().WithAnswerExample(200, AuthExamples.Sessions)
        .Refuses(401, AuthExamples.NotAuthenticated);

    public static RouteHandlerBuilder DescribesSessionEnd(this RouteHandlerBuilder route) => route
        .WithSummary("End a session").Produces(StatusCodes.Status204NoContent)
        .Refuses(401, AuthExamples.NotAuthenticated).Refuses(404, AuthExamples.NoSession).RefusesFields();

    private static RouteHandlerBuilder AnswersTokens(this RouteHandlerBuilder route) =>
        route.Produces<TokenAnswer>().WithAnswerExample(200, AuthExamples.Tokens);

    private static RouteHandlerBuilder Refuses(this RouteHandlerBuilder route, int status, string example) =>
        route.Produces<DetailDocument>(status).WithAnswerExample(status, example);

    public static RouteHandlerBuilder RefusesFields(this RouteHandlerBuilder route) =>
        route.Produces<FaultsDocument>(StatusCodes.Status422UnprocessableEntity).WithAnswerExample(422, AuthExamples.Invalid);
}
