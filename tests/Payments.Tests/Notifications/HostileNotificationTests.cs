using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Actors.Payments.Orders;
using Actors.Payments.Robokassa;
using Actors.Payments.Tests.Kit;

namespace Actors.Payments.Tests.Notifications;

/// <summary>Promise S14: what is not exactly a notification of this order's payment is refused, and changes nothing.</summary>
public sealed class HostileNotificationTests : IAsyncLifetime
{
    private TestPayments _payments = null!;
    private Order _order = null!;

    public async Task InitializeAsync()
    {
        _payments = await TestPayments.StartAsync();
        _order = await _payments.OrderAsync(TestPayments.Terms() with
        {
            Parameters = TestPayments.Terms().Parameters.Add("plan", "month"),
        });
    }

    public Task DisposeAsync() => _payments.DisposeAsync().AsTask();

    [Fact]
    public async Task A_signature_of_another_invoice_is_refused()
    {
        var other = await _payments.OrderAsync();
        var form = TestPayments.Notification(_order);
        form["SignatureValue"] = TestPayments.Notification(other)["SignatureValue"];
        await RefusedAsync(form);
    }

    [Theory]
    [InlineData("449.99")]
    [InlineData("450.01")]
    [InlineData("450.001")]
    [InlineData("449.999999")]
    [InlineData("45")]
    [InlineData("0")]
    [InlineData("450,00")]
    [InlineData("450,000000")]
    [InlineData("1,450.00")]
    [InlineData(" 450.00")]
    [InlineData("450.00 ")]
    [InlineData("+450.00")]
    [InlineData("-450.00")]
    [InlineData("4.5e2")]
    [InlineData("0x1C2")]
    [InlineData(".45")]
    [InlineData("450.00\0")]
    [InlineData("４５０.00")]
    [InlineData("")]
    [InlineData("450000000000000000000000000000000000000000")]
    public Task An_amount_that_is_not_the_order_s_is_refused_although_it_is_signed(string outSum) =>
        RefusedAsync(TestPayments.Notification(_order, outSum));

    [Theory]
    [InlineData("450")]
    [InlineData("450.0")]
    [InlineData("450.00")]
    [InlineData("450.000000")]
    [InlineData("00450.00")]
    public async Task Amounts_are_compared_as_numbers(string outSum) =>
        (await _payments.PostAsync(TestPayments.Notification(_order, outSum))).ShouldBe((200, $"OK{_order.Id}", "text/plain"));

    [Theory]
    [InlineData("first")]
    [InlineData("test second")]
    [InlineData("")]
    public Task Another_password_is_refused(string password) => RefusedAsync(TestPayments.Notification(_order, password: password));

    [Theory]
    [InlineData("sha1")]
    [InlineData("sha256")]
    [InlineData("sha384")]
    [InlineData("sha512")]
    public Task Another_hash_than_the_shop_s_is_refused(string hash) => RefusedAsync(TestPayments.Notification(_order, hash: hash));

    [Fact]
    public async Task Another_hash_is_taken_where_it_is_the_shop_s()
    {
        await using var payments = await TestPayments.StartAsync(changes: ("ROBOKASSA_HASH", "SHA512"));
        var order = await payments.OrderAsync();
        (await payments.PostAsync(TestPayments.Notification(order))).Status.ShouldBe(422);
        (await payments.PostAsync(TestPayments.Notification(order, hash: "sha512"))).Status.ShouldBe(200);
    }

    [Fact]
    public async Task A_signature_may_have_either_case_and_nothing_else()
    {
        var form = TestPayments.Notification(_order);
        var good = form["SignatureValue"];
        foreach (var bad in (string[])["", good[..^1], good + "0", "0" + good[1..], good[..^1] + "?", good + " ", " " + good, new string('0', 32), "٠" + good[1..]])
        {
            if (bad == good) continue;
            form["SignatureValue"] = bad;
            await RefusedAsync(form);
        }

        form["SignatureValue"] = good.ToLowerInvariant();
        (await _payments.PostAsync(form)).Status.ShouldBe(200);
    }

    [Fact]
    public async Task A_field_that_is_missing_is_refused()
    {
        foreach (var name in (string[])["OutSum", "InvId", "SignatureValue"])
        {
            var form = TestPayments.Notification(_order);
            form.Remove(name);
            await RefusedAsync(form);
        }
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("2147483648")]
    [InlineData("99999999999999999999")]
    [InlineData("abc")]
    [InlineData("1.0")]
    [InlineData("01")]
    [InlineData("１")]
    [InlineData("1\0")]
    [InlineData(" 1")]
    public async Task What_is_no_invoice_number_is_refused(string id)
    {
        var form = TestPayments.Notification(_order);
        form["InvId"] = id;
        form["SignatureValue"] = new RobokassaSigner("md5").Sign([form["OutSum"], id], "second");
        (await _payments.PostAsync(form)).Status.ShouldBe(422);
    }

    [Fact]
    public async Task An_order_that_is_not_there_is_not_found()
    {
        var answer = await _payments.PostAsync(TestPayments.Notification(_order with { Id = 4711 }));
        answer.Status.ShouldBe(404);
        Code(answer.Body).ShouldBe("NOT_FOUND");
    }

    [Fact]
    public async Task Doubled_and_array_parameters_are_refused()
    {
        var form = TestPayments.Notification(_order);
        foreach (var name in (string[])["OutSum", "InvId", "SignatureValue", "outsum", "INVID"])
        {
            var value = form.Single(f => f.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;
            await RefusedAsync(form.Append(KeyValuePair.Create(name, value)));
            await RefusedAsync(form.Append(KeyValuePair.Create(name, "1")));
        }

        await RefusedAsync(form.Where(f => f.Key != "OutSum").Append(KeyValuePair.Create("OutSum[]", form["OutSum"])));
        await RefusedAsync(form.Where(f => f.Key != "InvId").Append(KeyValuePair.Create("InvId[0]", form["InvId"])));
        await RefusedAsync(form.Append(KeyValuePair.Create("Shp_plan", "month")).Append(KeyValuePair.Create("shp_plan", "year")));
        var (sum, id) = (form["OutSum"], form["InvId"]);
        await RefusedAsync(Json($$"""{"OutSum":["{{sum}}"],"InvId":"{{id}}","SignatureValue":"{{form["SignatureValue"]}}"}"""));
        await RefusedAsync(Json($$"""{"OutSum":"{{sum}}","OutSum":"{{sum}}","InvId":"{{id}}","SignatureValue":"{{form["SignatureValue"]}}"}"""));
        await RefusedAsync(Json($$"""{"OutSum":{"a":"{{sum}}"},"InvId":"{{id}}","SignatureValue":"{{form["SignatureValue"]}}"}"""));
    }

    [Theory]
    [InlineData("1")]
    [InlineData("true")]
    [InlineData("2")]
    [InlineData("on")]
    public Task IsTest_cannot_be_put_on_a_real_payment(string isTest) => RefusedAsync([.. TestPayments.Notification(_order), new("IsTest", isTest)]);

    [Fact]
    public Task A_test_payment_does_not_pay_a_real_order() =>
        RefusedAsync([.. TestPayments.Notification(_order, password: "test second"), new("IsTest", "1")]);

    [Fact]
    public async Task IsTest_cannot_be_taken_off_a_test_payment()
    {
        await using var payments = await TestPayments.StartAsync(changes: ("ROBOKASSA_TEST", "true"));
        var order = await payments.OrderAsync();
        order.IsTest.ShouldBeTrue();
        var form = TestPayments.Notification(order, password: "test second");
        (await payments.PostAsync(form)).Status.ShouldBe(422);
        (await payments.PostAsync([.. form, new("IsTest", "0")])).Status.ShouldBe(422);
        (await payments.PostAsync(TestPayments.Notification(order))).Status.ShouldBe(422);
        (await payments.WalletAsync()).Payments.ShouldBe(0);
        (await payments.PostAsync([.. form, new("IsTest", "1")])).Status.ShouldBe(200);
        (await payments.WalletAsync()).Payments.ShouldBe(1);
    }

    [Fact]
    public async Task A_foreign_merchant_login_is_forbidden_and_none_is_usual()
    {
        var form = TestPayments.Notification(_order);
        foreach (var login in (string[])["another", "", "SHOP", "shop "])
        {
            var answer = await _payments.PostAsync([.. form, new("MerchantLogin", login)]);
            answer.Status.ShouldBe(403);
            Code(answer.Body).ShouldBe("FORBIDDEN");
        }

        (await _payments.WalletAsync()).Payments.ShouldBe(0);
        (await _payments.PostAsync([.. form, new("MerchantLogin", TestPayments.Login)])).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Own_parameters_are_part_of_the_signature()
    {
        var form = TestPayments.Notification(_order);
        await RefusedAsync([.. form, new("Shp_plan", "month")]);
        var own = new[] { KeyValuePair.Create("shp_b", "2"), KeyValuePair.Create("SHP_a", "1@ 1") };
        form["SignatureValue"] = new RobokassaSigner("md5").Sign([form["OutSum"], form["InvId"]], "second", own);
        await RefusedAsync(form);
        await RefusedAsync([.. form, own[0], new("SHP_a", "2")]);
        (await _payments.PostAsync([.. form, .. own])).Status.ShouldBe(200);
    }

    [Fact]
    public async Task A_parameter_of_a_mebibyte_is_too_large_in_whatever_form()
    {
        var long1 = new string('x', 1024 * 1024);
        (await _payments.PostAsync([.. TestPayments.Notification(_order), new("Shp_a", long1)])).Status.ShouldBe(413);
        (await _payments.PostAsync(Json($$"""{"Shp_a":"{{long1}}"}"""))).Status.ShouldBe(413);
        using var chunked = new StreamContent(new NoLength(Encoding.ASCII.GetBytes("Shp_a=" + long1)));
        chunked.Headers.ContentType = new("application/x-www-form-urlencoded");
        (await _payments.PostAsync(chunked)).Status.ShouldBe(413);
        await NothingHappenedAsync();
    }

    [Theory]
    [InlineData("application/json", "")]
    [InlineData("application/json", "[]")]
    [InlineData("application/json", "null")]
    [InlineData("application/json", "{")]
    [InlineData("application/json", "{\"OutSum\":\"\\ud800\"}")]
    [InlineData("application/json", "{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":1}}}}}")]
    [InlineData("application/x-www-form-urlencoded", "")]
    [InlineData("application/x-www-form-urlencoded", "=&=&%")]
    [InlineData("application/x-www-form-urlencoded", "OutSum=%FF%FE&InvId=%00&SignatureValue=%")]
    public async Task What_cannot_be_read_is_at_fault(string type, string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, type);
        (await _payments.PostAsync(content)).Status.ShouldBe(422);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("multipart/form-data")]
    [InlineData("application/xml")]
    public async Task Other_types_are_not_taken(string type)
    {
        using var content = new StringContent("OutSum=1", Encoding.UTF8, type);
        (await _payments.PostAsync(content)).Status.ShouldBe(415);
    }

    [Fact]
    public async Task A_thousand_fields_are_refused()
    {
        var many = Enumerable.Range(0, 1000).Select(i => KeyValuePair.Create("f" + i.ToString(CultureInfo.InvariantCulture), "1"));
        await RefusedAsync([.. TestPayments.Notification(_order), .. many]);
    }

    private static JsonContent Json(string text) => JsonContent.Create(JsonSerializer.Deserialize<JsonElement>(text));

    private async Task RefusedAsync(IEnumerable<KeyValuePair<string, string>> form)
    {
        using var content = new FormUrlEncodedContent(form);
        await RefusedAsync(content);
    }

    private async Task RefusedAsync(HttpContent content)
    {
        var answer = await _payments.PostAsync(content);
        answer.Status.ShouldBe(422, answer.Body);
        Code(answer.Body).ShouldBe("VALIDATION_ERROR");
        await NothingHappenedAsync();
    }

    private async Task NothingHappenedAsync()
    {
        (await _payments.FindAsync(_order.Id)).Status.ShouldBe(OrderStatus.Pending);
        _payments.Owner.Calls.ShouldBeEmpty();
    }

    private static string? Code(string body) => JsonDocument.Parse(body).RootElement.GetProperty("error").GetProperty("code").GetString();

    private sealed class NoLength(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }
}
