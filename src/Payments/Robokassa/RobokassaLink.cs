using System.Globalization;
using Actors.Payments.Providers;
using Microsoft.AspNetCore.Http.Extensions;

namespace Actors.Payments.Robokassa;

/// <summary>Creates links to the payment page.</summary>
internal sealed class RobokassaLink(RobokassaSettings settings)
{
    private const string Method = "GET";

    private readonly RobokassaSigner _signer = new(settings.Hash);

    public Uri Of(Invoice invoice, RobokassaPasswords passwords)
    {
        var outSum = invoice.Amount.ToString("0.00", CultureInfo.InvariantCulture);
        var id = invoice.Id.ToString(CultureInfo.InvariantCulture);
        // The signature covers the encoded form; the link encodes it once more.
        var receipt = invoice.Receipt is { } json ? Uri.EscapeDataString(json) : null;
        var own = invoice.Parameters.Select(p => KeyValuePair.Create(RobokassaSigner.OwnPrefix + p.Key, p.Value)).ToList();
        List<(string Name, string? Value)> signed =
        [
            ("MerchantLogin", settings.Login), ("OutSum", outSum), ("InvId", id), ("Receipt", receipt),
            .. Return("SuccessUrl2", settings.SuccessUrl), .. Return("FailUrl2", settings.FailUrl),
        ];
        var signature = _signer.Sign(signed.Where(p => p.Value is not null).Select(p => p.Value!), passwords.One, own);
        List<(string Name, string? Value)> unsigned =
        [
            ("Description", invoice.Description), ("SignatureValue", signature), ("Culture", "ru"), ("Encoding", "utf-8"), ("Email", invoice.Email),
            ("ExpirationDate", invoice.ExpiresAt?.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture)),
            ("IsTest", invoice.IsTest ? "1" : null),
        ];
        var query = new QueryBuilder();
        foreach (var (name, value) in signed.Concat(unsigned).Concat(own.Select(p => (p.Key, (string?)p.Value))))
        {
            if (value is not null) query.Add(name, value);
        }

        return new Uri(settings.Url, "/Merchant/Index.aspx" + query.ToQueryString());
    }

    private static IEnumerable<(string Name, string? Value)> Return(string name, Uri? url) =>
        url is null ? [] : [(name, url.AbsoluteUri), (name + "Method", Method)];
}
