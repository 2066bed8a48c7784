using System.Text.Json;
using Actors.Accounts.Identifiers;
using Actors.Accounts.SignIn;
using Actors.Web.Errors;
using Actors.Web.Reading;
using Microsoft.AspNetCore.Http;

namespace Actors.Accounts.EventsFace;

/// <summary>Reads the bodies of <c>/api/auth</c>; returns an error if a body is not valid.</summary>
internal static class FaceBodies
{
    /// <summary>Maximum length of a token.</summary>
    private const int MaxToken = 4096;

    /// <summary>Reads a registration. A name with an @ is an e-mail address.</summary>
    public static async ValueTask<(Credentials? Read, ApiError? Refusal)> NewAccountAsync(HttpContext http)
    {
        var (body, refusal) = await OpenAsync(http);
        if (body is null) return (null, refusal);
        var identifier = NewIdentifier(body);
        var password = Filled(body, "password", SignInFields.MaxPassword);
        return body.Ok ? (new Credentials(identifier!, password), null) : (null, body.Faults.ToError());
    }

    /// <summary>Reads a sign-in. A name that no account can have is refused like wrong credentials.</summary>
    public static async ValueTask<(Credentials? Read, ApiError? Refusal)> SignInAsync(HttpContext http)
    {
        var (body, refusal) = await OpenAsync(http);
        if (body is null) return (null, refusal);
        var name = Name(body);
        var password = Filled(body, "password", SignInFields.MaxPassword);
        if (!body.Ok) return (null, body.Faults.ToError());
        return IdentifierParser.Of(name) is { } identifier ? (new Credentials(identifier, password), null) : (null, FaceErrors.WrongCredentials);
    }

    /// <summary>Reads the field <c>refresh</c>.</summary>
    public static async ValueTask<(string? Token, ApiError? Refusal)> RefreshAsync(HttpContext http)
    {
        var (body, refusal) = await OpenAsync(http);
        if (body is null) return (null, refusal);
        var token = Filled(body, "refresh", MaxToken);
        return body.Ok ? (token, null) : (null, body.Faults.ToError());
    }

    private static Identifier? NewIdentifier(FieldReader body)
    {
        var name = Name(body);
        if (!body.Ok) return null;
        if (IdentifierParser.Of(name) is { } identifier) return identifier;
        body.Refuse(FieldOf(body), name.Contains('@', StringComparison.Ordinal) ? "Enter a valid email address." : "Enter a valid username.", "value_error");
        return null;
    }

    private static string Name(FieldReader body) => Filled(body, FieldOf(body), SignInFields.MaxIdentifier);

    // "email" is a synonym; a missing field is reported by its documented name.
    private static string FieldOf(FieldReader body) => !body.Has("username") && body.Has("email") ? "email" : "username";

    // REST framework has its own messages for null, blank and too long texts.
    private static string Filled(FieldReader body, string name, int max)
    {
        if (body.Has(name) && body.Raw(name).ValueKind == JsonValueKind.Null)
        {
            body.Refuse(name, "This field may not be null.", "null");
            return "";
        }

        var faults = body.Faults.Count;
        var text = body.Text(name);
        if (body.Faults.Count > faults) return text;
        if (string.IsNullOrWhiteSpace(text)) body.Refuse(name, "This field may not be blank.", "blank");
        if (text.Length > max) body.Refuse(name, $"Ensure this field has no more than {max} characters.", "max_length");
        return text;
    }

    private static async ValueTask<(FieldReader? Body, ApiError? Refusal)> OpenAsync(HttpContext http)
    {
        var read = await JsonBody.ReadAsync(http, SignInFields.Limits, http.RequestAborted);
        if (!read.Ok) return (null, read.Error);
        var body = new FieldReader(read.Root);
        return body.Ok ? (body, null) : (null, body.Faults.ToError());
    }
}
