using Actors.Web.Errors;
using Actors.Web.Reading;
using Microsoft.AspNetCore.Http;

namespace Actors.Accounts.SignIn;

/// <summary>Reads the bodies of <c>/auth</c>; returns an error if a body is not valid.</summary>
internal static class AuthBodies
{
    /// <summary>Reads a registration; the password must not be empty.</summary>
    public static async ValueTask<(Credentials? Read, ApiError? Refusal)> NewAccountAsync(HttpContext http)
    {
        var (body, refusal) = await OpenAsync(http);
        if (body is null) return (null, refusal);
        var email = body.Email();
        var password = body.NewPassword("password");
        return body.Ok ? (new Credentials(email!, password), null) : (null, body.Faults.ToError());
    }

    /// <summary>Reads a sign-in.</summary>
    public static async ValueTask<(Credentials? Read, ApiError? Refusal)> SignInAsync(HttpContext http)
    {
        var (body, refusal) = await OpenAsync(http);
        if (body is null) return (null, refusal);
        var email = body.Email();
        var password = body.Password();
        return body.Ok ? (new Credentials(email!, password), null) : (null, body.Faults.ToError());
    }

    /// <summary>Reads a password change.</summary>
    public static async ValueTask<(Credentials? Read, string NewPassword, ApiError? Refusal)> ChangePasswordAsync(HttpContext http)
    {
        var (body, refusal) = await OpenAsync(http);
        if (body is null) return (null, "", refusal);
        var email = body.Email();
        var password = body.Password();
        var wanted = body.NewPassword("newPassword");
        return body.Ok ? (new Credentials(email!, password), wanted, null) : (null, "", body.Faults.ToError());
    }

    /// <summary>Parses a body.</summary>
    public static async ValueTask<(FieldReader? Body, ApiError? Refusal)> OpenAsync(HttpContext http)
    {
        var read = await JsonBody.ReadAsync(http, SignInFields.Limits, http.RequestAborted);
        if (!read.Ok) return (null, read.Error);
        var body = new FieldReader(read.Root);
        return body.Ok ? (body, null) : (null, body.Faults.ToError());
    }
}
