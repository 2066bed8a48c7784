using System.Net.Mail;
using System.Text.Json;
using Actors.Catalog.Provider.Registrations;
using Actors.Core.Accounts;
using Actors.Web.Errors;
using Actors.Web.Reading;

namespace Actors.Catalog.Provider.Endpoints;

/// <summary>
/// Reads the visitor: the account, with the name from the body if given. The account's e-mail wins; one in the body is used only if the account has
/// none. Neither address is verified, so <see cref="RecipientLimit"/> applies.
/// </summary>
internal static class VisitorReader
{
    private const int MaxName = 150, MaxEmail = 254, MaxSeat = 64;

    public static (Visitor? Visitor, ApiError? Refusal) Read(JsonElement body, AccountCard? account)
    {
        var fields = new FieldReader(body);
        var (first, last) = (Name(fields, "first_name"), Name(fields, "last_name"));
        var (given, family) = Split(Name(fields, "full_name"));
        var seat = fields.OptionalText("seat", max: MaxSeat)?.Trim();
        var written = fields.OptionalText("email", max: MaxEmail)?.Trim();
        if (!fields.Ok) return (null, fields.Faults.ToError());
        if (Email(account, written) is not { } email) return (null, NoEmail(written));
        var name = first ?? given ?? account?.Username ?? email[..email.IndexOf('@', StringComparison.Ordinal)];
        return (new(name, last ?? family ?? Visitor.NoName, email, seat is { Length: > 0 } ? seat : null), null);
    }

    private static string? Name(FieldReader fields, string name) =>
        fields.OptionalText(name, max: MaxName)?.Trim() is { Length: > 0 } text ? text : null;

    private static (string? Given, string? Family) Split(string? full)
    {
        var space = full?.IndexOf(' ', StringComparison.Ordinal) ?? -1;
        return space < 0 ? (full, null) : (full![..space], full[(space + 1)..].Trim());
    }

    private static string? Email(AccountCard? account, string? written) =>
        account?.Email ?? (MailAddress.TryCreate(written, out var read) && read.Address == written ? written : null);

    private static ApiError NoEmail(string? written) => ApiError.Invalid(string.IsNullOrEmpty(written)
        ? new Fault(["body", "email"], "Field required", "missing")
        : new Fault(["body", "email"], "Enter a valid email address.", "value_error"));
}
