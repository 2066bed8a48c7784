using Actors.Core.Configuration;
using Actors.Payments.Robokassa;
using Microsoft.Extensions.Configuration;

namespace Actors.Payments.Tests.Robokassa;

public sealed class SettingsTests
{
    [Fact]
    public void Development_has_a_demo_shop_for_test_payments()
    {
        var (shop, problems) = Read("Development");
        problems.ShouldBeEmpty();
        shop.ShouldNotBeNull().IsTest.ShouldBeTrue();
        shop.Test.ShouldNotBeNull();
        shop.Real.ShouldBeNull();
    }

    [Fact]
    public void Other_environments_have_no_default_shop()
    {
        var (shop, problems) = Read("Production");
        problems.ShouldBeEmpty();
        shop.ShouldBeNull();
    }

    [Fact]
    public void All_problems_are_reported_without_secrets()
    {
        var (_, problems) = Read("Production", ("ROBOKASSA_LOGIN", "shop"), ("ROBOKASSA_PASSWORD1", "geheim"), ("ROBOKASSA_TEST_PASSWORD2", "geheim2"),
            ("ROBOKASSA_HASH", "crc32"), ("ROBOKASSA_URL", "http://127.0.0.1:1"), ("ROBOKASSA_TEST", "maybe"), ("ROBOKASSA_SUCCESS_URL", "paid"),
            ("ROBOKASSA_FAIL_URL", "ftp://example.com"));
        problems.Select(p => p.Setting).ShouldBe(
            ["ROBOKASSA_TEST", "ROBOKASSA_PASSWORD2", "ROBOKASSA_TEST_PASSWORD1", "ROBOKASSA_SUCCESS_URL", "ROBOKASSA_FAIL_URL", "ROBOKASSA_HASH", "ROBOKASSA_URL"],
            ignoreOrder: true);
        problems.Where(p => p.Sentence.Contains("geheim", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public void Test_and_real_passwords_must_differ() =>
        Read("Production", ("ROBOKASSA_LOGIN", "shop"), ("ROBOKASSA_PASSWORD1", "a"), ("ROBOKASSA_PASSWORD2", "b"), ("ROBOKASSA_TEST_PASSWORD1", "c"),
            ("ROBOKASSA_TEST_PASSWORD2", "b")).Problems.ShouldHaveSingleItem().Setting.ShouldBe("ROBOKASSA_TEST_PASSWORD1");

    [Fact]
    public void Production_refuses_the_passwords_of_the_demo_shop()
    {
        var demo = Read("Development").Shop!.Test!;
        Read("Production", ("ROBOKASSA_LOGIN", "shop"), ("ROBOKASSA_PASSWORD1", demo.One), ("ROBOKASSA_PASSWORD2", demo.Two)).Problems.ShouldNotBeEmpty();
    }

    [Fact]
    public void Passwords_without_a_login_are_a_problem() =>
        Read("Production", ("ROBOKASSA_PASSWORD1", "a"), ("ROBOKASSA_PASSWORD2", "b")).Problems.ShouldHaveSingleItem().Setting.ShouldBe("ROBOKASSA_LOGIN");

    [Fact]
    public void ToString_shows_no_password()
    {
        var shop = Read("Production", ("ROBOKASSA_LOGIN", "shop"), ("ROBOKASSA_PASSWORD1", "geheim"), ("ROBOKASSA_PASSWORD2", "geheim2")).Shop!;
        $"{shop} {shop.Real}".ShouldNotContain("geheim");
    }

    private static (RobokassaSettings? Shop, IReadOnlyList<ConfigurationProblem> Problems) Read(string environment, params (string Name, string Value)[] values)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(values.Select(v => KeyValuePair.Create(v.Name, (string?)v.Value))).Build();
        var settings = new Settings(configuration, new ConfigurationProblems());
        var shop = RobokassaSettings.Read(settings, environment == "Development", environment == "Production");
        return (shop, settings.Problems.All);
    }
}
