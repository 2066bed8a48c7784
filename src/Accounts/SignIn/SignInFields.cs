using Actors.Accounts.Identifiers;
using Actors.Web.Reading;

namespace Actors.Accounts.SignIn;

/// <summary>Reads the fields of sign-in bodies, with faults in pydantic's wording.</summary>
internal static class SignInFields
{
    /// <summary>Maximum length of a password.</summary>
    public const int MaxPassword = 1024;

    /// <summary>Maximum length of an identifier.</summary>
    public const int MaxIdentifier = 320;

    /// <summary>The limits of these short bodies.</summary>
    public static readonly BodyLimits Limits = new(64 * 1024, 32);

    /// <summary>An e-mail address; null if it is not valid.</summary>
    public static Identifier? Email(this FieldReader body)
    {
        var faults = body.Faults.Count;
        var text = body.Text("email", max: MaxIdentifier);
        if (body.Faults.Count > faults) return null;
        if (IdentifierParser.OfEmail(text) is { } email) return email;
        body.Refuse("email", $"value is not a valid email address: {WhyNot(text)}", "value_error");
        return null;
    }

    /// <summary>The current password.</summary>
    public static string Password(this FieldReader body) => body.Text("password", max: MaxPassword);

    /// <summary>A new password, which must not be empty.</summary>
    public static string NewPassword(this FieldReader body, string name) => body.Text(name, min: 1, max: MaxPassword);

    private static string WhyNot(string text) => text.Contains('@', StringComparison.Ordinal)
        ? "The email address is not valid."
        : "An email address must have an @-sign.";
}
