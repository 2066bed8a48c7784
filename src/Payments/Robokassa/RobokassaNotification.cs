using System.Globalization;
using Actors.Payments.Orders;
using Actors.Payments.Providers;
using Actors.Web.Errors;

namespace Actors.Payments.Robokassa;

/// <summary>Verifies requests to the Result URL (signed with password 2) and to the Success URL (password 1).</summary>
internal sealed class RobokassaNotification(RobokassaSettings settings)
{
    private const int MaxAmountLength = 24;
    private const int MaxIdLength = 10;

    private readonly RobokassaSigner _signer = new(settings.Hash);

    public NotificationReading ReadResult(PaymentNotification notification) => Read(notification, static p => p.Two);

    public NotificationReading ReadReturn(PaymentNotification notification) => Read(notification, static p => p.One);

    private NotificationReading Read(PaymentNotification notification, Func<RobokassaPasswords, string> password)
    {
        var (fields, refusal) = RobokassaFields.Read(notification);
        if (fields is null) return NotificationReading.Refused(refusal!);
        if (fields.Find("MerchantLogin") is { } login && login != settings.Login)
            return NotificationReading.Refused(new ApiError(StatusCodes.Status403Forbidden, "Invalid merchant login"));
        if (Amount(fields) is not var (text, amount)) return Invalid("OutSum", "Exactly one amount is required, with a decimal point");
        if (fields.Find("InvId") is not { } id || !IsId(id, out var order)) return Invalid("InvId", "An invoice number is required");
        if (fields.Find("IsTest") is not (null or "" or "0" or "1")) return Invalid("IsTest", "Input should be 0 or 1");
        var isTest = fields.Find("IsTest") == "1";
        if (settings.PasswordsOf(isTest) is not { } passwords) return Invalid("IsTest", "This kind of payment is not accepted");
        var expected = _signer.Sign([text, id], password(passwords), fields.Own);
        return RobokassaSigner.AreEqual(expected, fields.Find("SignatureValue") ?? "")
            ? Accepted(new PaymentClaim(order, RobokassaProvider.ProviderName, amount, isTest), id, fields.IsJson)
            : Invalid("SignatureValue", "The signature is wrong");
    }

    /// <summary>The amount and its text, which the signature covers. <c>Sum</c> is the name in the Love Parser specification.</summary>
    private static (string Text, decimal Amount)? Amount(RobokassaFields fields)
    {
        var (outSum, sum) = (fields.Find("OutSum"), fields.Find("Sum"));
        if ((outSum ?? sum) is not { } text || Parse(text) is not { } amount) return null;
        return outSum is null || sum is null || Parse(sum) == amount ? (text, amount) : null;
    }

    // decimal.TryParse accepts more than digits and a point, for example trailing NULs.
    private static decimal? Parse(string text) =>
        text.Length is > 0 and <= MaxAmountLength && char.IsAsciiDigit(text[0]) && text.All(c => char.IsAsciiDigit(c) || c == '.')
        && decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount) ? amount : null;

    private static bool IsId(string text, out long id)
    {
        id = 0;
        return text.Length is > 0 and <= MaxIdLength && text.All(char.IsAsciiDigit) && text[0] != '0'
            && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out id) && id <= Order.MaxId;
    }

    private static NotificationReading Accepted(PaymentClaim claim, string id, bool isJson) => isJson
        ? new(claim, null, "application/json", """{"result":"OK"}""")
        : new(claim, null, "text/plain", "OK" + id);

    private static NotificationReading Invalid(string field, string message) =>
        NotificationReading.Refused(ApiError.Invalid(new Fault(["body", field], message, "value_error")));
}
