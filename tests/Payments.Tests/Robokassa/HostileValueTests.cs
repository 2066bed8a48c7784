using Actors.Payments.Robokassa;
using Actors.Payments.Tests.Kit;

namespace Actors.Payments.Tests.Robokassa;

/// <summary>Fields with wrong values.</summary>
public sealed class HostileValueTests : HostileNotifications
{
    [Fact]
    public async Task A_signature_of_another_invoice_is_refused()
    {
        var other = await Payments.OrderAsync();
        var form = TestPayments.Notification(Order);
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
    public Task A_signed_but_wrong_amount_is_refused(string outSum) =>
        RefusedAsync(TestPayments.Notification(Order, outSum));

    [Theory]
    [InlineData("450")]
    [InlineData("450.0")]
    [InlineData("450.00")]
    [InlineData("450.000000")]
    [InlineData("00450.00")]
    public async Task Amounts_are_compared_as_numbers(string outSum) =>
        (await Payments.PostAsync(TestPayments.Notification(Order, outSum))).ShouldBe((200, $"OK{Order.Id}", "text/plain"));

    [Theory]
    [InlineData("first")]
    [InlineData("test second")]
    [InlineData("")]
    public Task Another_password_is_refused(string password) => RefusedAsync(TestPayments.Notification(Order, password: password));

    [Theory]
    [InlineData("sha1")]
    [InlineData("sha256")]
    [InlineData("sha384")]
    [InlineData("sha512")]
    public Task Another_hash_is_refused(string hash) => RefusedAsync(TestPayments.Notification(Order, hash: hash));

    [Fact]
    public async Task The_configured_hash_is_accepted()
    {
        await using var payments = await TestPayments.StartAsync(changes: ("ROBOKASSA_HASH", "SHA512"));
        var order = await payments.OrderAsync();
        (await payments.PostAsync(TestPayments.Notification(order))).Status.ShouldBe(422);
        (await payments.PostAsync(TestPayments.Notification(order, hash: "sha512"))).Status.ShouldBe(200);
    }

    [Fact]
    public async Task The_case_of_a_signature_is_ignored()
    {
        var form = TestPayments.Notification(Order);
        var good = form["SignatureValue"];
        foreach (var bad in (string[])["", good[..^1], good + "0", "0" + good[1..], good[..^1] + "?", good + " ", " " + good, new string('0', 32), "٠" + good[1..]])
        {
            if (bad == good) continue;
            form["SignatureValue"] = bad;
            await RefusedAsync(form);
        }

        form["SignatureValue"] = good.ToLowerInvariant();
        (await Payments.PostAsync(form)).Status.ShouldBe(200);
    }

    [Fact]
    public async Task A_missing_field_is_refused()
    {
        foreach (var name in (string[])["OutSum", "InvId", "SignatureValue"])
        {
            var form = TestPayments.Notification(Order);
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
    public async Task An_invalid_invoice_number_is_refused(string id)
    {
        var form = TestPayments.Notification(Order);
        form["InvId"] = id;
        form["SignatureValue"] = new RobokassaSigner("md5").Sign([form["OutSum"], id], "second");
        (await Payments.PostAsync(form)).Status.ShouldBe(422);
    }

    [Fact]
    public async Task An_unknown_order_is_not_found()
    {
        var answer = await Payments.PostAsync(TestPayments.Notification(Order with { Id = 4711 }));
        answer.Status.ShouldBe(404);
        Code(answer.Body).ShouldBe("NOT_FOUND");
    }

    [Theory]
    [InlineData("1")]
    [InlineData("true")]
    [InlineData("2")]
    [InlineData("on")]
    public Task IsTest_cannot_be_added_to_a_real_payment(string isTest) => RefusedAsync([.. TestPayments.Notification(Order), new("IsTest", isTest)]);

    [Fact]
    public Task A_test_payment_does_not_pay_a_real_order() =>
        RefusedAsync([.. TestPayments.Notification(Order, password: "test second"), new("IsTest", "1")]);

    [Fact]
    public async Task IsTest_cannot_be_removed_from_a_test_payment()
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
    public async Task A_wrong_merchant_login_is_forbidden()
    {
        var form = TestPayments.Notification(Order);
        foreach (var login in (string[])["another", "", "SHOP", "shop "])
        {
            var answer = await Payments.PostAsync([.. form, new("MerchantLogin", login)]);
            answer.Status.ShouldBe(403);
            Code(answer.Body).ShouldBe("FORBIDDEN");
        }

        (await Payments.WalletAsync()).Payments.ShouldBe(0);
        (await Payments.PostAsync([.. form, new("MerchantLogin", TestPayments.Login)])).Status.ShouldBe(200);
    }
}
