using Actors.Accounts.Identifiers;
using Actors.Web.Reading;

namespace Actors.Accounts.SignIn;

/// <summary>The fields of sign-in bodies, worded as pydantic words them.</summary>
internal static class SignInFields
{
    /// <summary>Longest password that is hashed, in characters.</summary>
    public const int MaxPassword = 1024;

    /// <summary>Longest identifier that is looked at, in characters.</summary>
    public const int MaxIdentifier = 320;

    /// <summary>These bodies are short: 64 KiB, few levels.</summary>
    public static readonly BodyLimits Limits = new(64 * 1024, 32);

    /// <summary>An e-mail address; null when it is at fault.</summary>
    public static Identifier? Email(this FieldReader body)
    {
        var faults = body.Faults.Count;
        var text = body.Text("email", max: MaxIdentifier);
        if (body.Faults.Count > faults) return null;
        if (IdentifierParser.OfEmail(text) is { } email) return email;
        body.Refuse("email", $"value is not a valid email address: {WhyNot(text)}", "value_error");
        return null;
    }

    /// <summary>The password of now.</summary>
    public static string Password(this FieldReader body) => body.Text("password", max: MaxPassword);

    /// <summary>A password to be: not an empty one.</summary>
    public static string NewPassword(this FieldReader body, string name) => body.Text(name, min: 1, max: MaxPassword);

    private static string WhyNot(string text) => text.Contains('@', StringComparison.Ordinal)
        ? "The email address is not valid."
        : "An email address must have an @-sign.";
}
