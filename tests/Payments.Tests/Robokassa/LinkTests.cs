using System.Collections.Immutable;
using Actors.Payments.Providers;
using Actors.Payments.Robokassa;
using Microsoft.AspNetCore.WebUtilities;

namespace Actors.Payments.Tests.Robokassa;

public sealed class LinkTests
{
    private const string Example2 =
        "https://auth.robokassa.ru/Merchant/Index.aspx?MerchantLogin=robo-demo&OutSum=100.00&Description=description&SignatureValue=8ca1d1c1a6f9353bebe5b087697ba797&InvId=1&Culture=ru&Encoding=utf-8&IsTest=1";

    private const string Example9 =
        "https://auth.robokassa.ru/Merchant/Index.aspx?MerchantLogin=login&Description=Payment+description&SignatureValue=36a95458024a31d5e8db246f384527d8&OutSum=150.00&InvId=53&Culture=en&Encoding=utf-8&Email=mail%40example.org&ExpirationDate=2016-01-29T15%3A18%3A20%2B00%3A00&OutSumCurrency=USD&IncCurrLabel=BankCard&isTest=1&Shp_bar=bar+value&Shp_foo=foo+value";

    private static readonly RobokassaPasswords s_passwords = new("password_1", "password_2");
    private static readonly Invoice s_invoice = new(1, 100m, "RUB", "description", true, ImmutableDictionary<string, string>.Empty);

    [Fact]
    public void The_known_example_gives_the_known_link()
    {
        var link = new RobokassaLink(new RobokassaSettings { Login = "robo-demo", IsTest = true }).Of(s_invoice, s_passwords);
        link.GetLeftPart(UriPartial.Path).ShouldBe("https://auth.robokassa.ru/Merchant/Index.aspx");
        Fields(link).ShouldBe(Fields(new Uri(Example2)), ignoreOrder: true);
    }

    [Fact]
    public void The_signature_of_the_second_example_matches()
    {
        var fields = QueryHelpers.ParseQuery(new Uri(Example9).Query);
        string[] parts = [fields["MerchantLogin"]!, fields["OutSum"]!, fields["InvId"]!, fields["OutSumCurrency"]!];
        var own = fields.Where(f => f.Key.StartsWith("Shp_", StringComparison.Ordinal)).Select(f => KeyValuePair.Create(f.Key, f.Value.ToString()));
        new RobokassaSigner("md5").Sign(parts, "pass1", own).ShouldBe(fields["SignatureValue"].ToString());
        Fields(new RobokassaLink(new RobokassaSettings { Login = "login" }).Of(
            s_invoice with { Email = "mail@example.org", ExpiresAt = new DateTimeOffset(2016, 1, 29, 15, 18, 20, TimeSpan.Zero) }, s_passwords))
            .ShouldContain(("ExpirationDate", fields["ExpirationDate"].ToString()));
    }

    [Fact]
    public void Own_parameters_receipt_and_return_addresses_are_signed()
    {
        var settings = new RobokassaSettings
        {
            Login = "shop", Hash = "sha256", SuccessUrl = new Uri("https://example.com/paid?a=1"), FailUrl = new Uri("https://example.com/failed"),
        };
        var own = ImmutableDictionary<string, string>.Empty.Add("plan", "month").Add("account", "1:2");
        var link = new RobokassaLink(settings).Of(s_invoice with { Receipt = """{"items":["a b"]}""", Parameters = own, IsTest = false }, s_passwords);
        var fields = QueryHelpers.ParseQuery(link.Query);
        fields["Receipt"].ToString().ShouldBe("%7B%22items%22%3A%5B%22a%20b%22%5D%7D");
        string[] parts =
            ["shop", "100.00", "1", fields["Receipt"]!, "https://example.com/paid?a=1", "GET", "https://example.com/failed", "GET"];
        fields["SignatureValue"].ToString().ShouldBe(new RobokassaSigner("sha256").Sign(
            parts, "password_1", [KeyValuePair.Create("Shp_account", "1:2"), KeyValuePair.Create("Shp_plan", "month")]));
        fields.ShouldNotContainKey("IsTest");
    }

    private static IEnumerable<(string, string)> Fields(Uri link) => QueryHelpers.ParseQuery(link.Query).Select(f => (f.Key, f.Value.ToString()));
}
